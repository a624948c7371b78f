"use client";

import { Button } from "@/components/ui/button";

export function TryAgain() {
  return (
    <Button variant="secondary" size="lg" block onClick={() => window.location.reload()}>
      Try again
    </Button>
  );
}
