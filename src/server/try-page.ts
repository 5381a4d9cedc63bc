/** The page at `/`: what the server can be asked, read from its own description, and a form to ask it. No script of others. */

/** One page, the same for every server: everything else comes from `/openapi.json`. */
export function tryPage(): string {
  return PAGE;
}

/** The policy of the server lets this script run by its hash. */
export const TRY_SCRIPT = `
const list = document.querySelector("#routes");
const say = (at, text) => { at.textContent = text; };
const element = (name, text = "", attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};
const description = await (await fetch("openapi.json")).json();
for (const [path, methods] of Object.entries(description.paths)) {
  for (const [method, route] of Object.entries(methods)) {
    if (path === "/events" || path === "/openapi.json") continue;
    const box = element("details");
    box.append(element("summary", method.toUpperCase() + " " + path + " — " + (route.summary ?? "")));
    const form = element("form");
    const address = element("input", "", { value: path.replace("{id}", ""), "aria-label": "address", dir: "ltr" });
    form.append(address);
    const body = route.requestBody ? element("textarea", "", { rows: 6, "aria-label": "body", dir: "auto" }) : null;
    if (body) {
      body.value = JSON.stringify({ id: "a", title: "", text: "" });
      form.append(body);
    }
    form.append(element("button", "Send"));
    const answer = element("pre", "", { "aria-live": "polite", dir: "auto" });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const headers = body ? { "content-type": "application/json" } : {};
      const token = document.querySelector("#token").value;
      if (token) headers.authorization = "Bearer " + token;
      try {
        const response = await fetch("." + address.value, { method: method.toUpperCase(), headers, body: body?.value });
        const text = await response.text();
        let shown = text;
        try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch {}
        say(answer, response.status + "\\n" + shown);
      } catch (error) {
        say(answer, String(error));
      }
    });
    box.append(form, answer);
    list.append(box);
  }
}
`;

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>isnad: the server</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
details { border-top: 1px solid #ccc; padding: .5rem 0; }
summary { cursor: pointer; }
form { display: grid; gap: .5rem; margin: .5rem 0; }
input, textarea, button { font: inherit; padding: .4rem; }
button { justify-self: start; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f2; padding: .5rem; }
pre:empty { display: none; }
</style>
<h1>isnad</h1>
<p>What this server can be asked; <a href="openapi.json">openapi.json</a> describes it for programs, <a href="metrics">metrics</a> has figures.</p>
<p><label>Token, where one is needed: <input id="token" type="password" autocomplete="off" dir="ltr"></label></p>
<main id="routes"></main>
<script type="module">${TRY_SCRIPT}</script>
</html>
`;
