/** A page that reaches for the network in every way it knows, printed while somebody listens and looks on. */
import { createSocket } from "node:dgram";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";

import { describeWith } from "../../support/programs.ts";
import { startPrinting } from "./printing.ts";

interface Listener {
  readonly port: number;
  /** What arrived, in its first words. */
  readonly heard: readonly string[];
  readonly close: () => Promise<void>;
}

/** Listens for connections and for datagrams on this machine, on one port. */
const listen = async (): Promise<Listener> => {
  const heard: string[] = [];
  const server = createServer((socket) => {
    heard.push("a connection");
    socket.on("data", (data) => heard.push(data.toString("latin1").split("\r\n")[0] ?? ""));
    socket.on("error", () => {});
    socket.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket("udp4", () => heard.push("a datagram"));
  await new Promise<void>((resolve) => datagrams.bind(port, "127.0.0.1", resolve));
  return {
    port,
    heard,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await new Promise<void>((resolve) => datagrams.close(resolve));
    },
  };
};

const reachingFor = (host: string): string => `
<link rel="stylesheet" href="http://${host}/style"><link rel="preconnect" href="http://${host}">
<link rel="dns-prefetch" href="//${host}"><link rel="prefetch" href="http://${host}/prefetch">
<style>@import "http://${host}/import"; body { background: url(http://${host}/background) }
@font-face { font-family: F; src: url(http://${host}/font) } p { font-family: F }</style>
<script src="http://${host}/script"></script>
<img src="http://${host}/image"><iframe src="http://${host}/frame"></iframe>
<object data="http://${host}/object"></object><embed src="http://${host}/embed">
<video src="http://${host}/video" autoplay></video><svg><image href="http://${host}/svg"/></svg>
<script>
fetch("http://${host}/fetch"); new Image().src = "http://${host}/made"; new WebSocket("ws://${host}/socket");
navigator.sendBeacon("http://${host}/beacon");
const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:${host}" }] });
peer.createDataChannel("x"); peer.createOffer().then((offer) => peer.setLocalDescription(offer));
document.body.append("it ran");
</script>`;

const hostile = (port: number): string => `<!doctype html>
<html><head><title>Sample</title></head><body><p>Sample text</p>
${["127.0.0.1", "localhost", "[::1]", "t.example"].map((host) => reachingFor(`${host}:${port}`)).join("\n")}
</body></html>`;

/** What the browser heard and said while it printed the page for `port`. */
const network = async (
  pageFor: (port: number) => string,
): Promise<{ readonly heard: readonly string[]; readonly outward: readonly string[] }> => {
  const listener = await listen();
  const { printer, notes } = startPrinting(
    'PATH=$REAL exec strace -f -yy -o $NOTES/log -e trace=connect,sendto,sendmsg,sendmmsg,write,writev chromium "$@"',
  );
  // Printed or not: a page that leads away from itself while it is printed may be given up.
  await printer.print({ html: pageFor(listener.port), paper: "a4" });
  await listener.close();
  const calls = readFileSync(join(notes, "log"), "utf8").split("\n");
  // strace saw the browser at work at all.
  expect(calls.some((call) => call.includes("bytes written to file"))).toBe(true);
  // Asks the system whether it has a way to IPv6: connecting a datagram socket sends nothing.
  const asking = /connect\(\d+<UDPv6:\[\d+\]>, \{sa_family=AF_INET6, sin6_port=htons\(443\)/u;
  return {
    heard: listener.heard,
    outward: calls.filter(
      (call) =>
        (/<(?:TCP|UDP)/u.test(call) || /connect\(.*AF_INET/u.test(call)) && !asking.test(call),
    ),
  };
};

describeWith(["chromium", "strace"], "a page that is printed", () => {
  it("reaches nobody, whatever it fetches, runs or embeds", async () => {
    expect(await network(hostile)).toEqual({ heard: [], outward: [] });
  });

  it("leads nowhere else", async () => {
    const page = (port: number): string =>
      `<meta http-equiv="refresh" content="0; url=http://127.0.0.1:${port}/next">Sample text`;
    expect(await network(page)).toEqual({ heard: [], outward: [] });
  });
});
