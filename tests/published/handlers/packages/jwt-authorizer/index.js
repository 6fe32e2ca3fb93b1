const jwt = require("jsonwebtoken");

const tokens = {
  valid: () => jwt.sign({ sub: "u1", scope: "read" }, process.env.JWT_SECRET, { expiresIn: "1h", issuer: "lab" }),
  expired: () => jwt.sign({ sub: "u1", exp: 1000 }, process.env.JWT_SECRET),
  forged: () => jwt.sign({ sub: "u1" }, "other"),
  none: () => "abc",
};

exports.handler = async ({ kind }) => {
  try {
    const claims = jwt.verify(tokens[kind](), process.env.JWT_SECRET, { algorithms: ["HS256"] });
    return { isAuthorized: true, context: { sub: claims.sub, iss: claims.iss, lifetime: claims.exp - claims.iat } };
  } catch (error) {
    console.warn(`${error.name}: ${error.message}`);
    return { isAuthorized: false };
  }
};
