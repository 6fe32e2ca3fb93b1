/** Errors as Node words those of OpenSSL: `error:<code>:<library>::<reason>`, taken apart in the error's properties. */
import { CodecRefusal } from "../../codec.ts";
import type { HostError } from "../../guest/host.ts";

const PREFIXES: Readonly<Record<string, string>> = {
  "rsa routines": "RSA_",
  "digital envelope routines": "EVP_",
  "asn1 encoding routines": "ASN1_",
};

export function openssl(number: string, library: string, reason: string, stack?: readonly string[]): HostError {
  const code = `ERR_OSSL_${PREFIXES[library] ?? ""}${reason.toUpperCase().replaceAll(/[ -]/g, "_")}`;
  const fields = { ...(stack && { opensslErrorStack: stack }), library, reason, code };
  return { name: "Error", message: `error:${number}:${library}::${reason}`, fields };
}

export function refuse(name: HostError["name"], code: string | undefined, message: string): never {
  throw new CodecRefusal({ name, message, ...(code !== undefined && { fields: { code } }) });
}

/** Neither this kind of key nor this format: OpenSSL's decoder has given up. */
export const unsupportedKey = () =>
  new CodecRefusal(openssl("1E08010C", "DECODER routines", "unsupported", ["error:1E08010C:DECODER routines::unsupported"]));

/** What OpenSSL knows and the simulator does not; its reader is Korean. */
export function notHere(what: string): CodecRefusal {
  return new CodecRefusal({
    name: "Error",
    message: `람다 랩의 시뮬레이터는 ${what}을(를) 지원하지 않습니다. 실제 AWS Lambda에서는 사용할 수 있습니다.`,
  });
}
