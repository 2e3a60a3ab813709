/** Telling a network drive from a drive of this computer, on each system by what it says itself. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isOnNetwork, isShare, linuxMounts, macMounts, typeOf } from "#main/workspace/drives.ts";

describe("on Linux", () => {
  const mounts = linuxMounts(
    [
      "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw",
      "40 22 0:35 / /mnt/office rw,relatime shared:20 - nfs4 nas:/export/office rw,vers=4.2",
      "41 22 0:36 / /mnt/Team\\040Share rw - cifs //nas/team rw",
      "42 22 0:37 / /home/owner/cloud rw master:1 - fuse.rclone drive: rw",
      "43 40 254:2 / /mnt/office/local rw - ext4 /dev/vdb1 rw",
      "44 22 0:38 / /media/stick rw - fuse.exfat /dev/sdb1 rw",
      "",
    ].join("\n"),
  );

  it.each([
    ["/srv/workspace", "ext4"],
    ["/mnt/office/Backhaul", "nfs4"],
    ["/mnt/office", "nfs4"],
    ["/mnt/officers", "ext4"],
    ["/mnt/office/local/Backhaul", "ext4"],
    ["/mnt/Team Share/Backhaul", "cifs"],
    ["/home/owner/cloud/x", "fuse.rclone"],
    ["/media/stick/x", "fuse.exfat"],
  ])("%s is on %s", (path, type) => {
    expect(typeOf(path, mounts)).toBe(type);
  });

  it("the last of several mounts in one place is the one that is seen", () => {
    const stacked = linuxMounts("1 0 1:1 / /data rw - ext4 a rw\n2 1 1:2 / /data rw - nfs b rw");
    expect(typeOf("/data/x", stacked)).toBe("nfs");
  });
});

describe("on macOS", () => {
  const mounts = macMounts(
    [
      "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)",
      "//owner@nas._smb._tcp.local/Team%20Share on /Volumes/Team Share (smbfs, nodev, nosuid, mounted by owner)",
      "nas:/export on /Volumes/export (nfs, nodev)",
      "/dev/disk5s1 on /Volumes/Stick (1) (exfat, local, nodev)",
    ].join("\n"),
  );

  it.each([
    ["/Users/owner/Library", "apfs"],
    ["/Volumes/Team Share/Backhaul", "smbfs"],
    ["/Volumes/export/Backhaul", "nfs"],
    ["/Volumes/Stick (1)/Backhaul", "exfat"],
  ])("%s is on %s", (path, type) => {
    expect(typeOf(path, mounts)).toBe(type);
  });
});

describe("on Windows", () => {
  it.each(["\\\\nas\\team\\Backhaul", "\\\\?\\UNC\\nas\\team\\Backhaul", "\\\\nas.harborline.example\\c$"])(
    "%s is on another computer",
    (path) => {
      expect(isShare(path)).toBe(true);
    },
  );

  it.each(["C:\\Users\\owner", "\\\\?\\C:\\Users\\owner", "\\\\.\\C:\\", "/mnt/nas", "\\", ""])("%s is not", (path) => {
    expect(isShare(path)).toBe(false);
  });
});

describe("a folder of this computer", () => {
  it("is not on the network, whether or not it is there yet", () => {
    expect(isOnNetwork(tmpdir())).toBe(false);
    expect(isOnNetwork(join(tmpdir(), "not", "there", "yet"))).toBe(false);
  });
});
