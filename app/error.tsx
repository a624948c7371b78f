"use client";

import { ErrorView } from "@/components/access/error-view";

export default function PageError(props: { error: unknown; retry: () => void }) {
  return <ErrorView {...props} />;
}
