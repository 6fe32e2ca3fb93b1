exports.from = "packages";

// 숫자만 남깁니다.
exports.tidy = (phone) => phone.replaceAll(/\D/g, "");
