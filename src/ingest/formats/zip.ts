/** A ZIP archive → what its entries hold, each read as a file of its own. */
import { NO_FACTS } from "../file-facts.js";
import type { FormatReader, ReadContext, Source } from "../format.js";
import { openZip, type Zip, type ZipEntry } from "../zip-file.js";

export const zip: FormatReader = { read: readZip };

async function* readZip(source: Source, context: ReadContext): AsyncGenerator<void, void> {
  const { sink } = context;
  const archive = await openZip(source, context.maxRecordBytes);
  if (typeof archive === "string") return sink.skip(0, archive, 0, 0);
  try {
    for (const entry of archive.entries) {
      if (entry.isFolder || isHousekeeping(entry.name)) continue;
      const refused = refusal(entry);
      if (refused !== null) sink.skip(0, `${entry.name}: ${refused}`, 0, 0);
      else yield* context.within(entrySource(source, archive, entry));
    }
    if (archive.trouble !== null) sink.skip(0, archive.trouble, 0, 0);
  } finally {
    archive.close();
  }
}

function refusal({ name, isLink, isEncrypted }: ZipEntry): string | null {
  if (isLink) return "a link; links in archives are not followed";
  if (isEncrypted) return "encrypted: unpack the archive first";
  if (/^(?:[/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes(".."))
    return "a name that leads out of the archive; it is not read";
  return null;
}

/** What systems add to archives on their own account. */
function isHousekeeping(name: string): boolean {
  return name.startsWith("__MACOSX/") || /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);
}

function entrySource(archive: Source, zip: Zip, entry: ZipEntry): Source {
  return {
    path: entry.name,
    id: `${archive.id}/${entry.name}`,
    localPath: null,
    facts: NO_FACTS,
    pieces: () => zip.pieces(entry),
  };
}
