/// Several controls that answer one question, as the lines of a table do.
package struct FieldGroup: Component {
    private let caption: FieldCaption
    private let content: any HTML

    /// Several controls under one caption.
    ///
    /// - Parameters:
    ///   - caption: what they ask together; one of the controls bears its name as id.
    ///   - content: the controls.
    package init(_ caption: FieldCaption, @HTMLBuilder content: () -> any HTML) {
        self.caption = caption
        self.content = content()
    }

    package var body: any HTML {
        fieldset(.cssClass(caption.error == nil ? "field group" : "field group faulty")) {
            legend { caption.heading }
            caption.notes
            content
        }
    }
}
