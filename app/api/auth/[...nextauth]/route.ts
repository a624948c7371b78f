import { authHandler } from "@/lib/access/next-auth";

export { authHandler as GET, authHandler as POST };
