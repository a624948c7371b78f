import { expect, test } from "vitest";
import { sessionCookie } from "@/lib/access/cookie";

test("over https the cookie is bound to the host and never leaves it in the clear", () => {
  expect(sessionCookie("https://portal.example.org")).toEqual({
    name: "__Host-plumbline",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});

test("over http, on one's own machine, it is kept from scripts and other sites all the same", () => {
  expect(sessionCookie("http://127.0.0.1:3000")).toEqual({
    name: "plumbline",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
  });
});
