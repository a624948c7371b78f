/** @type {import('next').NextConfig} */
const config = {
  // A browser asks for this by itself when a page is left before its own link to the icon has come.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "nodemailer", "pino", "web-push"],
  // A photo of 10 MB with the words around it. proxy.ts would cut what is longer than its own limit.
  experimental: { serverActions: { bodySizeLimit: "11mb" }, proxyClientMaxBodySize: "11mb" },
  // Types are checked by `npm run check`, all of them at once; a start does not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default config;
