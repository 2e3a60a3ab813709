import { Button, Kbd, Menu } from "@mantine/core";
import type { ClaimDetail } from "#shared/contract/claims.ts";
import { Icon } from "../../../parts/Icon.tsx";
import { type Move, movesOf, wordsOf } from "../steps.ts";
import classes from "./ActionBar.module.css";

interface Props {
  readonly claim: ClaimDetail;
  readonly onMove: (move: Move) => void;
  readonly onUndo: () => void;
}

/** The step that comes next as one obvious button, what can be done instead in a menu, and the way back. */
export function ActionBar({ claim, onMove, onUndo }: Props) {
  const { status, undo, items } = claim;
  const { first, others } = movesOf(claim);
  return (
    <div className={classes.bar} role="toolbar" aria-label="Steps">
      {first !== null && (
        <Button
          data-first=""
          px={14}
          aria-keyshortcuts="n"
          rightSection={<Kbd aria-hidden="true">n</Kbd>}
          onClick={() => onMove(first)}
        >
          {wordsOf(first, status)}
        </Button>
      )}
      {status === "draft" && first !== "packet" && items.length > 0 && (
        <Button
          variant="default"
          aria-keyshortcuts="e"
          rightSection={<Kbd aria-hidden="true">e</Kbd>}
          onClick={() => onMove("packet")}
        >
          Make packet
        </Button>
      )}
      {others.length > 0 && (
        <Menu position="bottom-start" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button variant="default" px={10} rightSection={<Icon name="down" size={14} />}>
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((move) => (
              <Menu.Item
                key={move}
                rightSection={move === "pay" && <Kbd aria-hidden="true">p</Kbd>}
                onClick={() => onMove(move)}
              >
                {wordsOf(move, status)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {undo !== null && (
        <Button
          className={classes.undo ?? ""}
          variant="subtle"
          px={8}
          aria-keyshortcuts="u"
          title={`Take back ${undo.charAt(0).toLowerCase()}${undo.slice(1)}`}
          leftSection={<Icon name="undo" size={15} />}
          rightSection={<Kbd aria-hidden="true">u</Kbd>}
          onClick={onUndo}
        >
          Undo
        </Button>
      )}
    </div>
  );
}
