/** Takes the writer's lock when told to and keeps it until told to give it back. Told and telling by messages. */
import { pathToFileURL } from "node:url";

const [lockModule, dir] = process.argv.slice(2);
const { lockWriter } = await import(pathToFileURL(lockModule).href);
let unlock;

process.on("message", (message) => {
  if (message === "unlock") {
    unlock?.();
    unlock = undefined;
    process.send("unlocked");
    return;
  }
  // All begin at one moment, told beforehand: messages come one after the other.
  while (Date.now() < message.at);
  try {
    unlock = lockWriter(dir);
    process.send("held");
  } catch (error) {
    process.send(error.message);
  }
});
process.send("ready");
