/** Whether a folder lies on another computer: there the promises of file locks and of writing through to the disk do not hold. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, posix } from "node:path";

/** A mounted file system: where, and of which type. */
export interface Mount {
  readonly at: string;
  readonly type: string;
}

/** Types of file systems that are on another computer, or on several at once. */
const REMOTE =
  /^(?:nfs\d?|cifs|smb\d?|smbfs|afpfs|afs|ncpfs?|9p|webdav|davfs2?|ceph|gfs2?|ocfs2|lustre|beegfs|glusterfs|pvfs2|coda|vboxsf|fuse\.(?:sshfs|rclone|davfs2?|glusterfs|ceph|cephfs|s3fs|gcsfuse|blobfuse2?|gvfsd-fuse|smbnetfs|curlftpfs|google-drive-ocamlfuse|onedriver|vmhgfs-fuse))$/;

/** What is said of a workspace on a network drive. */
export const NETWORK_DRIVE =
  "This workspace is on a network drive. If the connection drops while Backhaul writes, the workspace can be damaged, and two computers that " +
  "open it at once are not kept apart. Move it to a drive of this computer, and keep backups on the network instead.";

/** What was found out: asking can take a while, and a folder does not change its drive while the app runs. */
const told = new Map<string, boolean>();

/** Whether a folder is on a network drive. One that cannot be told is taken for a drive of this computer. */
export function isOnNetwork(folder: string): boolean {
  const known = told.get(folder) ?? ask(folder);
  told.set(folder, known);
  return known;
}

function ask(folder: string): boolean {
  try {
    const path = realpathSync.native(nearestExisting(folder));
    if (process.platform === "win32") return isShare(path);
    const type = typeOf(path, mounts());
    return type !== null && REMOTE.test(type);
  } catch {
    return false;
  }
}

/** Whether a Windows path names another computer: `\\server\share`, also in its long form. A mapped letter has become one by `realpath`. */
export function isShare(path: string): boolean {
  return /^(?:\\\\\?\\UNC\\|\\\\(?![?.]\\))[^\\]/i.test(path);
}

/** The type of the file system a path lies on: that of the longest mount point above it, the last one where several are stacked. */
export function typeOf(path: string, all: readonly Mount[]): string | null {
  let best: Mount | null = null;
  for (const mount of all) {
    const inside = posix.relative(mount.at, path);
    if (inside === ".." || inside.startsWith("../")) continue;
    if (best === null || mount.at.length >= best.at.length) best = mount;
  }
  return best?.type ?? null;
}

/** The mounts in the text of Linux's /proc/self/mountinfo. */
export function linuxMounts(text: string): Mount[] {
  return text.split("\n").flatMap((line) => {
    const [before = "", after = ""] = line.split(" - ");
    const at = before.split(" ")[4];
    const [type] = after.split(" ");
    return at && type ? [{ at: unescaped(at), type }] : [];
  });
}

/** The mounts in what macOS's `mount` prints: `//guest@nas/share on /Volumes/share (smbfs, nodev)`. */
export function macMounts(text: string): Mount[] {
  return text.split("\n").flatMap((line) => {
    const { at, type } = /^.* on (?<at>\/.*) \((?<type>\w+)[^()]*\)$/.exec(line)?.groups ?? {};
    return at && type ? [{ at, type }] : [];
  });
}

function mounts(): Mount[] {
  if (process.platform === "darwin") return macMounts(execFileSync("/sbin/mount", { encoding: "utf8", timeout: 5000 }));
  return linuxMounts(readFileSync("/proc/self/mountinfo", "utf8"));
}

/** Blanks and the like stand as octal numbers in Linux's list. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}
