"use client";

import { ErrorView } from "@/components/access/error-view";
import "./globals.css";

/** Stands in for the whole page when even its frame could not be made. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>This page did not open · Plumbline</title>
        <ErrorView {...props} />
      </body>
    </html>
  );
}
