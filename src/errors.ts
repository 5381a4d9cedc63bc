/** A call or option that can never work. Fix the call. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The index on disk cannot be trusted or read. Rebuild it, or upgrade this package. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** Why a file could not be read, without the path that stands beside it anyway. */
export function readTrouble(error: Error): string {
  return codeOf(error) === "ENOENT" ? "no such file" : trouble(error, "read it");
}

/** Why a file could not be written or made, without the path. */
export function writeTrouble(error: Error): string {
  return codeOf(error) === "ENOENT" ? "no such folder" : trouble(error, "write there");
}

function trouble(error: Error, action: string): string {
  switch (codeOf(error)) {
    case "EACCES":
    case "EPERM":
      return `no permission to ${action}`;
    case "EISDIR":
      return "it is a folder";
    case "ENOTDIR":
      return "what should be a folder is a file";
    case "ENOSPC":
      return "no space left on the disk";
    case "EDQUOT":
      return "the disk quota is used up";
    case "EFBIG":
      return "larger than files may be there";
    case "EROFS":
      return "the file system can only be read";
    case "ELOOP":
      return "its symbolic links lead in a circle";
    default:
      return error.message;
  }
}

/** The system's name for what went wrong, where there is one. */
function codeOf(error: Error): unknown {
  return (error as { readonly code?: unknown }).code;
}
