exports.from = "node24/packages";

// 나라 번호를 붙여 적습니다.
exports.tidy = (phone) => phone.replaceAll(/\D/g, "").replace(/^0/, "+82");
