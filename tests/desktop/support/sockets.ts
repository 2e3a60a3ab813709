/** The network sockets of some processes, as the kernel lists them. Linux only: elsewhere there is no such list to read. */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** A socket of the internet kind. */
export interface Socket {
  readonly protocol: string;
  readonly local: number;
  readonly remote: number;
}

const TABLES = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"];

/** A process and everything it started. */
export function familyOf(pid: number): number[] {
  if (process.platform !== "linux") return [pid];
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    // Behind the name, which may hold anything in its parentheses: state, then the parent.
    const parent = Number(
      quietly(() => readFileSync(`/proc/${name}/stat`, "utf8"))
        ?.split(") ")
        .at(-1)
        ?.split(" ")[1],
    );
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const one of family) family.push(...(children.get(one) ?? []));
  return family;
}

/** Every internet socket that one of the processes holds now. */
export function socketsOf(pids: readonly number[]): Socket[] {
  const held = new Set(pids.flatMap(inodesOf));
  return TABLES.flatMap((protocol) => {
    const lines =
      quietly(() => readFileSync(`/proc/net/${protocol}`, "utf8"))
        ?.split("\n")
        .slice(1) ?? [];
    return lines.flatMap((line) => {
      const [, local = "", remote = "", , , , , , , inode = ""] = line.trim().split(/\s+/);
      return held.has(inode) ? [{ protocol, local: portOf(local), remote: portOf(remote) }] : [];
    });
  });
}

function inodesOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return (quietly(() => readdirSync(folder)) ?? []).flatMap((fd) => {
    const inode = /^socket:\[(\d+)\]$/.exec(quietly(() => readlinkSync(`${folder}/${fd}`)) ?? "")?.[1];
    return inode === undefined ? [] : [inode];
  });
}

function portOf(address: string): number {
  return Number.parseInt(address.split(":").at(-1) ?? "", 16);
}

/** What a process that ends meanwhile no longer has is no error. */
function quietly<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
