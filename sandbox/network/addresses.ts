/** Host names and IP addresses. */

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

export function isAddress(hostname: string): boolean {
  return IPV4.test(hostname) || hostname.includes(":");
}

export function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return name === "localhost" || name.endsWith(".localhost") || name === "::1" || (name.startsWith("127.") && IPV4.test(name));
}

/** Every name has an address of its own in the block for documentation (TEST-NET-3, RFC 5737). */
export function addressOf(hostname: string): string {
  let sum = 0;
  for (const character of hostname.toLowerCase()) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return `203.0.113.${1 + (sum % 254)}`;
}
