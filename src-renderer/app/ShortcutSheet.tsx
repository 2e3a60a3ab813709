import { Kbd, Modal, Switch } from "@mantine/core";
import { useSingleKeys } from "../parts/keys.ts";
import classes from "./ShortcutSheet.module.css";

const MOD = /Mac/.test(navigator.platform) ? "⌘" : "Ctrl";

/** Keys are written as a person presses them; a list in a list means “then”. */
const GROUPS: readonly { title: string; keys: readonly (readonly [string[], string])[] }[] = [
  {
    title: "Everywhere",
    keys: [
      [["1", `${MOD} 1`], "Board"],
      [["2", `${MOD} 2`], "Inbox"],
      [["3", `${MOD} 3`], "Review"],
      [["4", `${MOD} 4`], "Claims"],
      [["5", `${MOD} 5`], "Ledger"],
      [["6", `${MOD} 6`], "Setup"],
      [[`${MOD} O`], "Choose files"],
      [[`${MOD} Shift K`], "Check now"],
      [["?", `${MOD} /`], "This sheet"],
    ],
  },
  {
    title: "Board",
    keys: [[["←", "→"], "Previous, next week"]],
  },
  {
    title: "Inbox",
    keys: [
      [["i", `${MOD} Enter`], "Import all that is ready"],
      [["m"], "Say what the next unknown file is"],
      [["Esc"], "Cancel what is running"],
    ],
  },
  {
    title: "Review",
    keys: [
      [["j", "↓"], "Next finding"],
      [["k", "↑"], "Previous finding"],
      [["PgUp", "PgDn"], "A screen up, down"],
      [["Home", "End"], "First, last finding"],
      [["c"], "Confirm"],
      [["d"], "Dismiss with a reason"],
      [["u"], "Undo the last decision"],
      [["a"], "Assign to a person"],
      [["x"], "Select"],
      [["Shift ↑", "Shift ↓", "Shift X"], "Select what lies between"],
      [[`${MOD} A`], "Select all that match"],
      [["Esc"], "Clear the selection"],
      [["g"], "Group"],
      [["←", "→", "Enter"], "Close, open the group"],
      [["v"], "Saved views"],
      [["/"], "Search"],
      [["o"], "Open source"],
      [["m"], "Write a comment"],
      [["p", `${MOD} P`], "Export packet"],
    ],
  },
  {
    title: "Claims",
    keys: [
      [["j", "↓"], "Next claim"],
      [["k", "↑"], "Previous claim"],
      [["Enter"], "Go into the claim"],
      [["Esc"], "Back to the list"],
      [["n"], "Next step"],
      [["p"], "Record a payment"],
      [["e", `${MOD} E`], "Make a packet"],
      [["u"], "Undo the last step"],
      [["m"], "Write a comment"],
      [["/"], "Search"],
    ],
  },
  {
    title: "Ledger",
    keys: [
      [["↑", "↓"], "Previous, next row"],
      [["Enter"], "Open where the row stands"],
      [["/"], "Search"],
    ],
  },
];

/** All keys on one page, with the switch that turns single letters off. */
export function ShortcutSheet({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const [singleKeys, setSingleKeys] = useSingleKeys();
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="lg">
      <div className={classes.groups}>
        {GROUPS.map(({ title, keys }) => (
          <section key={title} className={classes.group}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([presses, does]) => (
                <div key={does} className={classes.line}>
                  <dt>{does}</dt>
                  <dd>
                    {presses.map((press) => (
                      <Kbd key={press}>{press}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        mt="md"
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label="Single letters act as shortcuts"
        description="Turn this off if you dictate text or press letters by accident."
      />
    </Modal>
  );
}
