import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Plumbline", template: "%s · Plumbline" },
  description: "Your clinic's exercises, reading and questions, and whether they help.",
  robots: { index: false, follow: false },
  applicationName: "Plumbline",
  appleWebApp: { capable: true, title: "Plumbline", statusBarStyle: "default" },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#182125" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Each page is rendered for its own request: its scripts carry the nonce of that request's security policy.
  await headers();
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
