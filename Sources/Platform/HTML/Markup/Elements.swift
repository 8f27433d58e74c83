// The elements our pages use, in alphabetical order; a misspelt one stops the build. A closure left out makes an
// empty element.

package func a(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("a", attributes, content: content)
}

package func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("abbr", attributes, content: content)
}

package func article(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("article", attributes, content: content)
}

package func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("aside", attributes, content: content)
}

package func bdi(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("bdi", attributes, content: content)
}

package func blockquote(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("blockquote", attributes, content: content)
}

package func button(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("button", attributes, content: content)
}

package func code(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("code", attributes, content: content)
}

package func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("dd", attributes, content: content)
}

package func del(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("del", attributes, content: content)
}

package func details(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("details", attributes, content: content)
}

package func div(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("div", attributes, content: content)
}

package func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("dl", attributes, content: content)
}

package func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("dt", attributes, content: content)
}

package func em(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("em", attributes, content: content)
}

package func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("fieldset", attributes, content: content)
}

package func figcaption(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("figcaption", attributes, content: content)
}

package func figure(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("figure", attributes, content: content)
}

package func footer(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("footer", attributes, content: content)
}

package func form(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("form", attributes, content: content)
}

package func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("h1", attributes, content: content)
}

package func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("h2", attributes, content: content)
}

package func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("h3", attributes, content: content)
}

package func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("h4", attributes, content: content)
}

package func header(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("header", attributes, content: content)
}

package func ins(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("ins", attributes, content: content)
}

package func label(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("label", attributes, content: content)
}

package func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("legend", attributes, content: content)
}

package func li(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("li", attributes, content: content)
}

package func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("nav", attributes, content: content)
}

package func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("ol", attributes, content: content)
}

package func option(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("option", attributes, content: content)
}

package func p(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("p", attributes, content: content)
}

package func pre(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("pre", attributes, content: content)
}

package func section(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("section", attributes, content: content)
}

package func select(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("select", attributes, content: content)
}

package func small(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("small", attributes, content: content)
}

package func span(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("span", attributes, content: content)
}

package func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("strong", attributes, content: content)
}

package func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("summary", attributes, content: content)
}

package func table(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("table", attributes, content: content)
}

package func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("tbody", attributes, content: content)
}

package func td(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("td", attributes, content: content)
}

package func textarea(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("textarea", attributes, content: content)
}

package func tfoot(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("tfoot", attributes, content: content)
}

package func th(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("th", attributes, content: content)
}

package func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("thead", attributes, content: content)
}

package func time(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("time", attributes, content: content)
}

package func title(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("title", attributes, content: content)
}

package func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("tr", attributes, content: content)
}

package func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> any HTML = { NoHTML() }) -> Element {
    Element("ul", attributes, content: content)
}

package func br(_ attributes: Attribute...) -> Element { Element(void: "br", attributes) }

package func hr(_ attributes: Attribute...) -> Element { Element(void: "hr", attributes) }

package func img(_ attributes: Attribute...) -> Element { Element(void: "img", attributes) }

package func input(_ attributes: Attribute...) -> Element { Element(void: "input", attributes) }

package func link(_ attributes: Attribute...) -> Element { Element(void: "link", attributes) }

package func meta(_ attributes: Attribute...) -> Element { Element(void: "meta", attributes) }

/// A script of the site, fetched by address: there are no inline scripts.
package func script(src address: String) -> Element {
    Element("script", [.src(address), Attribute("defer", "")]) { NoHTML() }
}
