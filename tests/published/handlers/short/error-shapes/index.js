exports.handler = async ({ kind }) => {
  switch (kind) {
    case "string": throw "just text";
    case "object": throw { statusCode: 404 };
    case "cause": throw Object.assign(new Error("outer", { cause: new RangeError("inner") }), { code: "E_OUTER" });
    case "type": return undefined.property;
    case "undefined": throw undefined;
    default: return JSON.parse("{ bad json }");
  }
};
