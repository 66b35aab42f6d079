"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const words = {done: "已完成", doing: "推进中", todo: "未启动", silent: "未反馈"};
const table = document.getElementById("chart");
const form = document.getElementById("filter");
const dialog = document.getElementById("cell");
const hits = document.getElementById("hits");
const rows = [...table.tBodies[0].rows];
const before = 3;  // 单位之前的栏数

const buttons = rows.map(row => {
  const places = new Array(data.units.length).fill(null);
  for (const button of row.querySelectorAll("button")) {
    button.tabIndex = -1;
    places[Number(button.dataset.unit)] = button;
  }
  return places;
});
const all = buttons.flat().filter(Boolean);
let current = null;

function shown(button) {
  return button !== null && !button.classList.contains("out") && !button.closest("[hidden]");
}

function choose(button) {
  if (current) current.tabIndex = -1;
  current = button;
  if (current) current.tabIndex = 0;
}

function place(button) {
  return [rows.indexOf(button.closest("tr")), Number(button.dataset.unit)];
}

// 从所在格向一个方向找下一个可见的格；上下移动时整行没有同列的格，取最近的一列。
function next(button, key) {
  const [row, column] = place(button);
  const line = buttons[row];
  const visible = line.map((b, i) => [b, i]).filter(([b]) => shown(b));
  if (key === "Home") return visible[0][0];
  if (key === "End") return visible[visible.length - 1][0];
  if (key === "ArrowRight") return (visible.find(([, i]) => i > column) || [null])[0];
  if (key === "ArrowLeft") return (visible.reverse().find(([, i]) => i < column) || [null])[0];
  const step = key === "ArrowDown" ? 1 : -1;
  for (let r = row + step; r >= 0 && r < rows.length; r += step) {
    const near = buttons[r].map((b, i) => [b, Math.abs(i - column)]).filter(([b]) => shown(b));
    if (near.length) return near.reduce((a, b) => (b[1] < a[1] ? b : a))[0];
  }
  return null;
}

table.addEventListener("keydown", event => {
  const button = event.target.closest("td button");
  if (!button || event.ctrlKey || event.altKey || event.metaKey) return;
  if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
  event.preventDefault();
  const target = next(button, event.key);
  if (target) { choose(target); target.focus(); }
});

function element(name, text, kind) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function line([number, mark, late, changed, answer]) {
  const [label, text, deadline] = data.lines[number];
  const item = element("li");
  item.append(element("p", `${label}　${text}`));
  const state = [words[mark], late ? "逾期" : "", changed ? "要求已变更" : ""].filter(Boolean).join("，");
  const list = element("dl");
  const pairs = [["状态", state], ["时限", deadline]];
  for (const [key, name] of data.fields) pairs.push([name, answer && answer[key]]);
  if (answer && answer.disputed) pairs.push(["待核定", `另有${answer.disputed}份答复与此不一致`]);
  for (const [name, value] of pairs) {
    if (value) list.append(element("dt", name), element("dd", value, name === "状态" ? "state" : ""));
  }
  item.append(list);
  return item;
}

function open(button) {
  const [row, column] = place(button);
  document.getElementById("cell-unit").textContent = data.units[column];
  document.getElementById("cell-task").textContent = data.tasks[row];
  document.getElementById("cell-state").textContent = button.querySelector(".said").textContent;
  const lines = data.cells[`${row}-${column}`] || [];
  document.getElementById("cell-lines").replaceChildren(...lines.map(line));
  dialog.showModal();
  dialog.scrollTop = 0;
}

table.addEventListener("click", event => {
  const button = event.target.closest("td button");
  if (button) { choose(button); open(button); }
});
dialog.addEventListener("close", () => { if (current) current.focus(); });
dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });

function filter() {
  const unit = form.elements.unit.value;
  const states = new Set([...form.querySelectorAll("[name=state]:checked")].map(box => box.value));
  const changed = document.getElementById("changed").checked;
  const columns = new Set();
  const lines = new Set();
  let count = 0;
  buttons.forEach((places, row) => places.forEach((button, column) => {
    if (!button) return;
    const hit = (unit === "" || Number(unit) === column)
      && (!states.size || [...states].some(state => button.classList.contains(state)))
      && (!changed || button.classList.contains("changed"));
    button.classList.toggle("out", !hit);
    if (hit) { count += 1; columns.add(column); lines.add(row); }
  }));
  const filtered = unit !== "" || states.size > 0 || changed;
  rows.forEach((row, number) => { row.hidden = filtered && !lines.has(number); });
  for (const row of table.rows) {
    for (let column = 0; column < data.units.length; column += 1) {
      row.cells[before + column].hidden = filtered && !columns.has(column);
    }
  }
  hits.textContent = count
    ? `${filtered ? "符合条件" : "共"}${count}格，${lines.size}项任务，${columns.size}个单位`
    : "没有符合条件的格";
  if (!current || !shown(current)) choose(all.find(shown) || null);
}

form.addEventListener("change", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.addEventListener("submit", event => event.preventDefault());
filter();
