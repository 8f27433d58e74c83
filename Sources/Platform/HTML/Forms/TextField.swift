/// A field for one line of text.
package struct TextField: Component {
    /// What is written, which decides keyboard and filling in.
    package enum Kind: String, Sendable {
        case text, password, tel, email, date, number, search
        /// A day with hour and minute.
        case moment = "datetime-local"
    }

    private let caption: FieldCaption
    private let value: String
    private let kind: Kind
    private let autocomplete: String?
    private let maxLength: Int?
    private let width: FieldWidth

    /// A field for one line.
    ///
    /// - Parameters:
    ///   - caption: name, label, hint, error.
    ///   - value: what it holds at first.
    ///   - kind: what is written.
    ///   - autocomplete: the browser's word for what it may fill in, such as `name` or `tel`.
    ///   - maxLength: in UTF-16 units, as browsers count.
    ///   - width: how long the answer is likely to be.
    package init(
        _ caption: FieldCaption,
        value: String = "",
        kind: Kind = .text,
        autocomplete: String? = nil,
        maxLength: Int? = nil,
        width: FieldWidth = .full
    ) {
        self.caption = caption
        self.value = value
        self.kind = kind
        self.autocomplete = autocomplete
        self.maxLength = maxLength
        self.width = width
    }

    package var body: any HTML {
        FieldFrame(caption: caption, control: Element(void: "input", attributes + caption.attributes))
    }

    private var attributes: [Attribute] {
        [
            .cssClass(width.rawValue),
            .id(caption.name),
            .name(caption.name),
            .type(kind.rawValue),
            .value(kind == .password ? "" : value),
            .optional("autocomplete", autocomplete),
            .optional("maxlength", maxLength.map(String.init)),
        ]
    }
}

/// How long the answer is likely to be.
package enum FieldWidth: String, Sendable {
    case full = ""
    case half = "width-half"
    case short = "width-short"
}

/// A field for several lines of text.
package struct TextArea: Component {
    private let caption: FieldCaption
    private let value: String
    private let rows: Int
    private let maxLength: Int?

    package init(_ caption: FieldCaption, value: String = "", rows: Int = 5, maxLength: Int? = nil) {
        self.caption = caption
        self.value = value
        self.rows = rows
        self.maxLength = maxLength
    }

    package var body: any HTML {
        FieldFrame(
            caption: caption,
            control: Element("textarea", attributes + caption.attributes) {
                // A browser drops the first line break of the element, so one of ours stands before the user's.
                "\n"
                value
            }
        )
    }

    private var attributes: [Attribute] {
        [
            .id(caption.name), .name(caption.name), .rows(rows),
            .optional("maxlength", maxLength.map(String.init)),
        ]
    }
}

/// A field for files.
package struct FileField: Component {
    private let caption: FieldCaption
    private let accept: String
    private let allowsSeveral: Bool
    private let uploadTo: String?

    /// A field for files.
    ///
    /// - Parameters:
    ///   - caption: name, label, hint (say the kinds and the size allowed), error.
    ///   - accept: what the browser offers, such as `.pdf,.jpg,.png`.
    ///   - allowsSeveral: whether more than one file may be chosen.
    ///   - uploadTo: where the page's script begins resumable uploads of what is chosen.
    package init(_ caption: FieldCaption, accept: String, allowsSeveral: Bool = false, uploadTo: String? = nil) {
        self.caption = caption
        self.accept = accept
        self.allowsSeveral = allowsSeveral
        self.uploadTo = uploadTo
    }

    package var body: any HTML {
        let attributes: [Attribute] = [
            .id(caption.name), .name(caption.name), .type("file"), .accept(accept), .multiple(allowsSeveral),
        ]
        let upload = uploadTo.map { [Attribute.address("data-upload", $0)] } ?? []
        FieldFrame(caption: caption, control: Element(void: "input", attributes + upload + caption.attributes))
    }
}
