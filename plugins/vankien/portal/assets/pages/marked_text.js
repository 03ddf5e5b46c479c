/* Plain text with the words found marked: always text nodes, never HTML. Extends `vankien.draw`. */
(function () {
  "use strict";
  var vankien = (globalThis.vankien = globalThis.vankien || {});
  var draw = (vankien.draw = vankien.draw || {});

  /* An element with attributes and children (nodes or strings); null and false are passed over. */
  draw.element = function (name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      var value = attributes[key];
      if (value === true) element.setAttribute(key, "");
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
    });
    (children || []).forEach(function (child) {
      if (child !== null && child !== undefined && child !== false) element.append(child);
    });
    return element;
  };

  /* `text` with <mark> around each [start, end) of `marks` (UTF-16 units, in order). */
  draw.marked = function (text, marks) {
    var fragment = document.createDocumentFragment();
    var at = 0;
    (marks || []).forEach(function (mark) {
      fragment.append(text.slice(at, mark[0]), draw.element("mark", {}, [text.slice(mark[0], mark[1])]));
      at = mark[1];
    });
    fragment.append(text.slice(at));
    return fragment;
  };

  draw.date = function (iso) {
    return iso ? iso.split("-").reverse().join("/") : "";
  };

  draw.count = function (number) {
    return Number(number).toLocaleString("vi-VN");
  };
})();
