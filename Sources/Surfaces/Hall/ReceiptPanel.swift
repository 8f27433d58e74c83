import HTML

/// The two codes of a receipt, to write down or to scan, with what happens by when.
struct ReceiptPanel: Component {
    private let heading: String
    /// What stands above the numbers.
    private let intro: String
    /// Label and code.
    private let codes: [(label: String, code: String)]
    private let facts: [Definition]
    /// The address with the query code in it; nil where nobody outside reaches the Hall.
    private let scanned: String?
    private let purpose: String

    /// - Parameters:
    ///   - heading: what was received.
    ///   - intro: what stands above the numbers; `nil` asks to keep them.
    ///   - keptFor: what the numbers are needed for.
    ///   - codes: label and code.
    ///   - facts: what happens by when.
    ///   - scanned: the address with the query code in it; `nil` where nobody outside reaches the Hall.
    ///   - purpose: what scanning is for.
    init(
        _ heading: String,
        intro: String? = nil,
        keptFor: String = "查看答复时要用",
        codes: [(label: String, code: String)],
        facts: [Definition],
        scanned: String?,
        purpose: String
    ) {
        self.heading = heading
        self.intro = intro ?? "请保存下面两个号码，\(keptFor)；号码丢失后无法找回。"
        self.codes = codes
        self.facts = facts
        self.scanned = scanned
        self.purpose = purpose
    }

    var body: any HTML {
        section(.cssClass("panel receipt")) {
            h1 { heading }
            p { intro }
            dl(.cssClass("receipt-codes")) {
                for (label, code) in codes {
                    div {
                        dt { label }
                        dd { code }
                    }
                }
            }
            DefinitionList(facts)
            if let scanned {
                ScanCode(scanned, label: "\(purpose)的二维码")
                p(.cssClass("hint")) { "\(purpose)。二维码含有查询码，请勿给无关的人看。" }
            }
        }
    }
}
