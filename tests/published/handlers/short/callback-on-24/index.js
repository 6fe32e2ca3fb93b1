exports.handler = function (event, context, callback) {
  callback(null, 'Hello ' + event.name);
};
