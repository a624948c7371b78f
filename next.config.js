/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  typedRoutes: false,
  serverExternalPackages: ["@node-rs/argon2", "pino"],
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
  typescript: { ignoreBuildErrors: false },
};

export default config;
