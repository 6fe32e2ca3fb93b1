const EventEmitter = require('events');
class App extends EventEmitter {
  stack = [];
  use(fn) { this.stack.push({ fn }); return this; }
  get(pattern, fn) { this.stack.push({ match: new RegExp('^' + pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)') + '$'), fn }); return this; }
  run(req) {
    return new Promise((resolve) => {
      const res = { statusCode: 200, status(c) { this.statusCode = c; return this; }, json: (b) => { this.emit('finish', req); resolve({ statusCode: res.statusCode, body: JSON.stringify(b) }); } };
      let i = 0;
      const next = (err) => {
        const layer = this.stack[i++];
        if (!layer) return res.status(err ? 500 : 404).json({ error: err ? err.message : 'not found' });
        const m = layer.match ? layer.match.exec(req.path) : { groups: {} };
        if (!m || err && layer.fn.length < 4) return next(err);
        req.params = { ...m.groups };
        try { err ? layer.fn(err, req, res, next) : layer.fn(req, res, next); } catch (e) { next(e); }
      };
      next();
    });
  }
}
const app = new App();
app.on('finish', (req) => console.log('finished', req.path));
app.use((req, res, next) => process.nextTick(next));
app.get('/users/:id', (req, res) => res.json({ id: req.params.id }));
app.get('/boom', () => { throw new Error('boom'); });
app.use((err, req, res, next) => res.status(503).json({ message: err.message }));
exports.handler = (event) => app.run({ path: event.path, method: event.httpMethod });
