import { Command } from "commander";
import { addExamples } from "../shared/options.js";
import type { Run } from "../shared/run.js";
import { addCommand, checkCommand } from "./add.js";
import { expireCommand, listCommand, removeCommand, showCommand } from "./contents.js";
import { compactCommand, statsCommand, verifyCommand } from "./state.js";
import { exportCommand, importCommand } from "./transfer.js";

export function indexCommand(run: Run): Command {
  const command = new Command("index")
    .summary("the standing index that dedup remembers in")
    .description(
      "Fills, asks, looks through and looks after an index: a folder that remembers items between runs.",
    )
    .usage("<command> <dir> [options]")
    .helpCommand(false);
  const builders = [
    ...[addCommand, checkCommand, removeCommand, listCommand, showCommand, statsCommand],
    ...[expireCommand, verifyCommand, compactCommand, exportCommand, importCommand],
  ];
  for (const build of builders) command.addCommand(build(run));
  addExamples(command, [
    ["isnad index add seen corpus/articles.jsonl", "keep all of a collection"],
    ["isnad index check seen today.jsonl", "what is known of each article; nothing is stored"],
    ["isnad index expire seen --older-than 30d", "forget what arrived more than a month ago"],
    ["isnad index verify seen", "is every byte of it sound?"],
  ]);
  return command;
}
