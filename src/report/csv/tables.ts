export const CSV_TABLES = ["nodes", "edges", "credits"] as const;
export type CsvTable = (typeof CSV_TABLES)[number];
