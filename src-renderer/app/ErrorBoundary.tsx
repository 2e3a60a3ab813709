import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { Empty } from "../parts/Empty.tsx";

interface Props {
  readonly children: ReactNode;
  /** Changing it lets the part try again, for instance when the screen changes. */
  readonly resetKey?: string;
  /** It guards the whole window: what it shows is then the page. */
  readonly whole?: boolean;
}

interface State {
  readonly failed: string | null;
  readonly key: string | undefined;
}

/** Keeps a fault in one part of the window from taking the rest with it, and says so in plain words. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: null, key: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: error instanceof Error ? error.message : "unknown" };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.key ? null : { failed: null, key: props.resetKey };
  }

  override render() {
    if (this.state.failed === null) return this.props.children;
    const Frame = this.props.whole ? "main" : "div";
    return (
      <Frame>
        {this.props.whole && <h1 className="sr-only">Backhaul</h1>}
        <div role="alert">
          <Empty
            icon="warning"
            title="This part of the window could not be shown"
            actions={<Button onClick={() => this.setState({ failed: null })}>Try again</Button>}
          >
            <p>
              Your data is safe: showing something never changes it. Try again, or go to another screen and come back.
              The fault said: “{this.state.failed}”.
            </p>
          </Empty>
        </div>
      </Frame>
    );
  }
}
