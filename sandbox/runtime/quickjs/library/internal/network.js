/**
 * The sandbox's network as Node's modules see it (binding.net…, network/network.ts): a request goes to the host when it is whole,
 * and a timer of ours is due when its answer is there.
 */

/** What a resolver says: `{ after, address }`, or no address. */
export function lookedUp(hostname) {
  return JSON.parse(binding.netLookup(hostname.toLowerCase()));
}

/**
 * Sends a request; `answered` is called once, with `{ error }` or with `{ status, statusText, headers, length, read(from, to): Buffer }`.
 * `head`: `{ method, protocol, hostname, port, path, headers }`, the headers as pairs. `patience`: how long the caller waits
 * for a connection; where none comes, `answered` hears `{ error: "ETIMEDOUT", gaveUp: true }` then.
 */
export function send(head, body, answered, patience = Number.POSITIVE_INFINITY) {
  const text = JSON.stringify({ ...head, hostname: head.hostname.toLowerCase() });
  const { id, after, silent } = JSON.parse(body === undefined ? binding.netSend(text) : binding.netSend(text, body));
  const gaveUp = silent && after > patience;
  const timer = globalThis.setTimeout(
    () => {
      const answer = JSON.parse(binding.netAnswer(id));
      if (answer.error !== undefined) {
        drop();
        answer.gaveUp = gaveUp;
      } else answer.read = (from, to) => Buffer.from(binding.netBody(id, from, to));
      answered(answer);
    },
    gaveUp ? patience : after,
  );
  const drop = () => {
    globalThis.clearTimeout(timer);
    binding.netDrop(id);
  };
  return { drop, timer };
}

/** libuv's numbers on Linux, and the call that fails. */
const ERRORS = {
  ECONNREFUSED: [-111, "connect"],
  ECONNRESET: [-104, "read"],
  ENOENT: [-2, "connect"],
  ETIMEDOUT: [-110, "connect"],
};

/** The error of a connection that fails, as net.Socket has it. */
export function connectionError(code, { hostname, address, port }) {
  if (code === "ENOTFOUND") return nameError(hostname);
  const [errno, syscall] = ERRORS[code];
  if (syscall === "read") return Object.assign(new Error(`read ${code}`), { errno, code, syscall });
  const place = port === undefined ? address : `${address}:${port}`;
  const error = Object.assign(new Error(`connect ${code} ${place}`), { errno, code, syscall, address });
  if (port !== undefined) error.port = port;
  return error;
}

/** getaddrinfo's answer that there is no such host, as dns.lookup has it. */
export function nameError(hostname, syscall = "getaddrinfo", errno = -3008) {
  return Object.assign(new Error(`${syscall} ENOTFOUND ${hostname}`), { errno, code: "ENOTFOUND", syscall, hostname });
}
