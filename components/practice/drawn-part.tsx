"use client";

import { Component, type ReactNode, Suspense } from "react";

type Props = {
  /** Said in its place when it is not there; nothing for a picture. */
  missing?: ReactNode;
  children: ReactNode;
};

/**
 * A part of a session that the server drew. The last of it may not have come when the network went: then the session goes on without
 * it. To be given a new key with each part.
 */
export class DrawnPart extends Component<Props, { isMissing: boolean }> {
  override state = { isMissing: false };

  static getDerivedStateFromError() {
    return { isMissing: true };
  }

  override render() {
    const { missing = null, children } = this.props;
    return this.state.isMissing ? missing : <Suspense fallback={null}>{children}</Suspense>;
  }
}
