/** node:tls: connections of a handler's own cannot be opened; https has its own (internal/http-socket.js). */
import { TLSServer, TLSSocket } from "../internal/http-socket.js";
import { impossibles } from "../internal/impossible.js";

const WHY =
  "람다 랩의 시뮬레이터는 HTTP와 HTTPS 요청만 전하고 다른 TLS 연결은 열지 못합니다. 상대가 HTTPS를 지원하면 fetch나 https 모듈로 요청하고, 데이터베이스 연결은 실제 AWS에서 시험하세요.";

const tls = {
  CLIENT_RENEG_LIMIT: 3,
  CLIENT_RENEG_WINDOW: 600,
  DEFAULT_CIPHERS: "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256",
  DEFAULT_ECDH_CURVE: "auto",
  DEFAULT_MIN_VERSION: "TLSv1.2",
  DEFAULT_MAX_VERSION: "TLSv1.3",
  getCiphers: () => ["tls_aes_128_gcm_sha256", "tls_aes_256_gcm_sha384", "tls_chacha20_poly1305_sha256"],
  rootCertificates: Object.freeze([]),
  getCACertificates: () => [],
  checkServerIdentity: () => undefined,
  /** What https.Agent may be given as `secureContext`; nothing is encrypted here. */
  createSecureContext: () => ({ context: {} }),
  ...impossibles("tls", WHY, "connect convertALPNProtocols setDefaultCACertificates", "SecureContext"),
  TLSSocket,
  Server: TLSServer,
  createServer: (options, listener) => new TLSServer(options, listener),
};

export { tls as "module.exports" };
