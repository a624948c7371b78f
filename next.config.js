/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pino"],
  // A photo of 10 MB with the words around it. proxy.ts would cut what is longer than its own limit.
  experimental: { serverActions: { bodySizeLimit: "11mb" }, proxyClientMaxBodySize: "11mb" },
  // Types are checked by `npm run check`, all of them at once; a start does not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default config;
