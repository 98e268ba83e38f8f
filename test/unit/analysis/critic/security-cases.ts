/** Rule -> file -> text; `»` marks the lines that the rule must report, all others must stay quiet. */
export type RuleCases = Readonly<Record<string, Readonly<Record<string, string>>>>;

// Put together here so that no scanner takes this file for a leak.
const awsKey = `AKIA${'Q3EGRIT5YUWB2NMD'}`;
const githubToken = `ghp_${'k2mW8vQx1ZrT9bLcY5nH7dJfG3sP6aE4uVoR'}`;
const keyHeader = `-----BEGIN ${'RSA PRIVATE'} KEY-----`;

export const securityCases: RuleCases = {
  'dynamic-code': {
    'src/a.js': `
const a = 1;
»eval(source);
»const f = new Function('x', body);
eval('1 + 1');
new Function('return this')();
object.eval(source);
pattern.exec(text);
`,
    'src/local.js': `
function eval(text) { return parse(text); }
eval(source);
`,
    'src/a.py': `
»eval(expression)
»exec(code, namespace)
eval("1 + 1")
model.eval()
exec(open("version.py").read(), about)
exec(compile(source, path, "exec"), scope)
cursor.exec(query)
`,
  },
  'shell-injection': {
    'src/a.ts': `
import { exec, execSync, spawn, execFile } from 'node:child_process';
const tool = 'git';
export function clone(url: string, dir: string) {
»  execSync(\`git clone \${url}\`);
»  exec('rm -rf ' + dir, done);
»  spawn('ls ' + dir, { shell: true });
  const command = 'tar xf ' + url;
»  execSync(command);
  execFile('git', ['clone', url]);
  spawn('git', ['clone', url]);
  execSync(\`\${tool} status\`);
  execSync('git status');
  execSync(\`head -n \${Number(dir)}\`);
  pattern.exec(\`x\${url}\`);
}
const run = promisify(exec);
const sleep = promisify(setTimeout);
export async function ping(host: string) {
»  await run(\`ping \${host}\`);
  await run('ping localhost');
  await sleep(\`x\${host}\`);
}
»execSync('open ' + process.argv[2]);
`,
    'src/other.ts': `
export function find(text: string) {
  return exec(\`x\${text}\`);
}
`,
    'src/a.py': `
import os, subprocess, shlex
LEVEL = "3"
def run(path, names):
»    os.system("rm -rf " + path)
»    subprocess.run(f"ls {path}", shell=True)
»    subprocess.check_output("ls %s" % path, shell=True)
»    os.popen("cat {}".format(path))
    subprocess.run(["ls", path])
    subprocess.run(f"ls {path}")
    os.system("ls " + shlex.quote(path))
    os.system(f"zstd -{LEVEL} file")
    os.system("ls")
name = input()
»os.system(f"ping {name}")
level = 3
os.system(f"zstd -{level}")
`,
  },
  'sql-injection': {
    'src/a.ts': `
export async function load(db, id, ids, table) {
»  await db.query(\`SELECT * FROM users WHERE id = \${id}\`);
»  await db.execute("DELETE FROM users WHERE name = '" + id + "'");
  const sql = \`UPDATE users SET name = '\${id}'\`;
»  await db.query(sql);
  await db.query('SELECT * FROM users WHERE id = ?', [id]);
  await db.query(\`SELECT * FROM \${table} WHERE id = ?\`, [id]);
  await db.query(\`SELECT * FROM t WHERE id IN (\${ids.map(() => '?').join(',')})\`, ids);
  const slots = ids.map((_, i) => \`$\${i + 1}\`).join(', ');
  await db.query(\`SELECT * FROM t WHERE id IN (\${slots})\`, ids);
  await db.query(\`SELECT * FROM t WHERE id = \${Number(id)}\`);
  await db.query(\`SELECT * FROM t WHERE at > \${sqlHourOffset}\`);
  await db.query(sqlTag\`SELECT * FROM t WHERE id = \${id}\`);
  await search.query(\`find \${id}\`);
}
`,
    'src/a.py': `
LIMIT = 10
def load(cursor, name, table, marks, values):
»    cursor.execute(f"SELECT * FROM users WHERE name = '{name}'")
»    cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)
»    cursor.execute("DELETE FROM users WHERE name = '{}'".format(name))
    query = "SELECT * FROM users WHERE name = " + name
»    cursor.execute(query)
    cursor.execute("SELECT * FROM users WHERE name = %s", (name,))
    spots = ", ".join("?" for _ in values)
    cursor.execute(f"SELECT * FROM t WHERE id IN ({spots})", values)
    cursor.execute(f"SELECT * FROM {table}")
    cursor.execute(f"SELECT * FROM t WHERE n < {LIMIT}")
    cursor.execute("SELECT * FROM t WHERE id IN (%s)" % ",".join(["?"] * len(values)), values)
    shell.execute(f"echo {name}")
`,
  },
  'html-injection': {
    'src/a.js': `
»element.innerHTML = \`<b>\${user.name}</b>\`;
»element.innerHTML = '<b>' + name + '</b>';
»element.outerHTML = response.html;
»element.innerHTML = location.hash.slice(1);
»element.innerHTML = document.referrer;
»res.send('<h1>Hello ' + req.query.name + '</h1>');
res.send('Hello ' + req.query.name);
res.send('<h1>Hello ' + escape(req.query.name) + '</h1>');
res.send('<h1>' + title + '</h1>');
»document.write('<p>' + location.hash + '</p>');
element.innerHTML = '';
element.innerHTML = '<b>fixed</b>';
element.innerHTML = DOMPurify.sanitize(html);
element.innerHTML = escapeHtml(name) + '<br>';
element.innerHTML = template;
element.textContent = \`<b>\${name}</b>\`;
`,
    'src/a.jsx': `
»const a = <div dangerouslySetInnerHTML={{ __html: props.html }} />;
const b = <div dangerouslySetInnerHTML={{ __html: sanitize(props.html) }} />;
const c = <div dangerouslySetInnerHTML={{ __html: '<b>x</b>' }} />;
`,
  },
  'tls-verification-off': {
    'src/a.ts': `
»const agent = new Agent({ rejectUnauthorized: false });
»process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
const safe = new Agent({ rejectUnauthorized: true });
const chosen = new Agent({ rejectUnauthorized: options.strict });
`,
    'src/a.py': `
»requests.get(url, verify=False)
»self.session.post(url, data=data, verify=False)
»context.verify_mode = ssl.CERT_NONE
»context = ssl._create_unverified_context()
requests.get(url, verify=True)
requests.get(url, verify=path)
jwt.check(token, verify=False)
`,
  },
  'weak-password-hash': {
    'src/a.js': `
»const a = createHash('md5').update(password).digest('hex');
»const b = crypto.createHash('sha1').update(user.password + salt).digest();
const c = createHash('sha256').update(password).digest();
const d = createHash('md5').update(content).digest('hex');
const e = createHash('md5').update(passwordFile).digest('hex');
`,
    'src/a.py': `
»a = hashlib.md5(password.encode()).hexdigest()
»b = hashlib.new("sha1", user.password)
c = hashlib.md5(content).hexdigest()
d = hashlib.sha256(password).hexdigest()
e = hashlib.md5(password, usedforsecurity=False)
`,
  },
  'guessable-secret': {
    'src/a.ts': `
»const resetToken = Math.random().toString(36);
»user.sessionId = String(Math.random());
»const config = { apiKey: 'k' + Math.random() };
function generateToken() {
»  return Math.random().toString(36).slice(2);
}
const jitter = Math.random() * 100;
const tokenIndex = Math.floor(Math.random() * tokens.length);
const key = Math.random();
`,
    'src/a.py': `
»password = "".join(random.choice(letters) for _ in range(12))
»session_id = random.randint(0, 10**9)
def make_token():
»    return random.getrandbits(128)
token = random.choice(tokens)
password = "".join(secrets.choice(letters) for _ in range(12))
delay = random.random()
`,
  },
  'hard-coded-password': {
    'src/a.ts': `
»const password = 'hunter2x';
»const config = { apiKey: 'k9Qz81mmPw' };
»this.clientSecret = 'Zt7-19xKq';
»const JWT_SECRET = 'd8f7a6s5d4f3';
»const API_KEY = 'sk-9a8f7b6c5d4e3f2a';
»const url = 'postgres://app:Pa55w0rdX9@db.internal/app';
»jwt.sign({ id }, 'our shop');
jwt.sign({ id }, process.env.KEY);
const local = 'postgres://app:Pa55w0rdX9@localhost/app';
const compose = 'postgres://postgres:postgres@db/app';
const template = 'postgres://user:password1@host/app';
const password = process.env.PASSWORD;
const password2 = 'hunter2x';
const passwordField = 'hunter2x';
const fields = { password: 'user-password-2' };
const apiKey = '<your key 1>';
const secretKey = 'changeme1';
`,
    'src/a.py': `
»DB_PASSWORD = "s3cure!pw"
»connect(user="x", password="s3cure!pw")
»settings = {"api_key": "k9Qz81mmPw"}
»url = "amqp://app:Pa55w0rdX9@mq.internal"
»token = jwt.encode(claims, "our shop", algorithm="HS256")
token = jwt.encode(claims, KEY, algorithm="HS256")
password = os.environ["PASSWORD"]
password = "password1"
api_key = "settings.api-key1"
`,
  },
  'unsafe-deserialisation': {
    'src/a.py': `
import yaml
import pickle
»pickle.loads(request.data)
»pickle.loads(sock.recv(1024))
»yaml.load(text)
»yaml.load(text, Loader=yaml.Loader)
pickle.loads(cached)
pickle.load(handle)
yaml.safe_load(text)
yaml.load(text, Loader=yaml.SafeLoader)
yaml.load(text, yaml.CSafeLoader)
`,
    'src/ruamel.py': `
from ruamel import yaml
yaml.load(text)
`,
  },
  'hard-coded-secret': {
    'src/a.ts': `
»const key = '${awsKey}';
»const token = "${githubToken}";
const documented = 'AKIAIOSFODNN7EXAMPLE';
const blank = 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';
const name = 'AKIA';
`,
    'deploy/key.pem': `
»${keyHeader}
MIIEpAIBAAKCAQEA
`,
    'config/settings.yml': `
»aws_key: ${awsKey}
`,
    'test/fixtures/a.ts': `
const key = '${awsKey}';
`,
    'examples/a.py': `
key = "${awsKey}"
`,
  },
};
