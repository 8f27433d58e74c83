/// One element: a tag known when we compile, attributes, and what stands inside.
///
/// Pages use the functions of `Elements.swift`; this is for elements whose function is hidden by a property of the
/// same name.
package struct Element: HTML {
    private let tag: StaticString
    private let attributes: [Attribute]
    private let content: (any HTML)?

    /// An element with an end tag.
    package init(_ tag: StaticString, _ attributes: [Attribute] = [], @HTMLBuilder content: () -> any HTML) {
        self.tag = tag
        self.attributes = attributes
        self.content = content()
    }

    /// An element that HTML leaves without content and end tag, such as `input`.
    package init(void tag: StaticString, _ attributes: [Attribute]) {
        self.tag = tag
        self.attributes = attributes
        content = nil
    }

    package func render(into output: inout HTMLOutput) {
        output.append(raw: "<")
        output.append(raw: tag)
        for attribute in attributes { attribute.render(into: &output) }
        output.append(raw: ">")
        guard let content else { return }
        content.render(into: &output)
        output.append(raw: "</")
        output.append(raw: tag)
        output.append(raw: ">")
    }
}
