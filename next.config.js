/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["@node-rs/argon2", "pino"],
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
  // Types are checked by `npm run check`, all of them at once; a start does not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default config;
