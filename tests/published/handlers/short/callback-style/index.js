'use strict';
module.exports.handler = (event, context, callback) => {
  if (!event.name) return callback(new Error('name is required'));
  setTimeout(() => callback(null, { greeting: 'Hello ' + event.name }), 5);
};
