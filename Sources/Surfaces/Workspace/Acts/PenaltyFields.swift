import Casework
import Discretion
import HTML
import Kernel
import Sanctions

/// What is proposed or imposed: the penalties line by line, and the grounds they rest on.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 9, 44, 57, 59.
struct PenaltyFields: Component {
    enum Kind: Hashable, Sendable {
        case proposal, imposition
    }

    let kind: Kind
    /// The item's discretion benchmarks that can count.
    let benchmarks: [BenchmarkVersion]
    let values: ActValues

    static let lines = 4

    var body: any HTML {
        fieldset(.cssClass("part")) {
            legend { kind == .proposal ? "拟作出的处罚" : "处罚决定" }
            switch kind {
            case .proposal:
                line("broken", "违反的规定", "写明条、款、项，如 食品安全法§34(十)")
                line("basis", "处罚依据", "写明条、款、项，如 食品安全法§124.1")
                weighing
                sanctions
                TextArea(
                    values.caption("discretion", "其他裁量理由", hint: "裁量基准以外还考虑了什么；可以不写（行政处罚法§34）"),
                    value: values.text("discretion"),
                    rows: 2,
                    maxLength: 4_000
                )
            case .imposition:
                weighing
                sanctions
                area("reasons", "事实、理由和依据", "不少于 10 个字，写入决定书（行政处罚法§59）", rows: 7)
                area("performance", "履行方式和期限", "写入决定书；罚款自收到决定书之日起 15 日内缴纳（行政处罚法§67）", rows: 2)
            }
        }
    }

    @HTMLBuilder
    private var weighing: any HTML {
        if !benchmarks.isEmpty { WeighingFields(kind: kind, benchmarks: benchmarks, values: values) }
    }

    private var sanctions: any HTML {
        let hint = kind == .proposal ? "写入告知书；罚款和没收须写明金额，其余写明对象和期限" : "不得超出已告知的种类和金额（行政处罚法§44、§45）"
        return FieldGroup(values.caption("sanctions", "处罚的种类、金额和对象", hint: hint, isRequired: true)) {
            div(.cssClass("entry-line sanctions entry-head"), .aria(.hidden, "true")) {
                span { "种类" }
                span { "金额（元）" }
                span { "对象和期限" }
            }
            for line in 0..<PenaltyFields.lines { sanction(line) }
        }
    }

    private func sanction(_ line: Int) -> any HTML {
        let words = "处罚第 \(line + 1) 项"
        let chosen = values.text("kind-\(line)")
        return div(.cssClass("entry-line sanctions")) {
            Element("select", control("kind-\(line)", "\(words) 种类")) {
                option(.value("")) { line == 0 ? "请选择" : "无" }
                for kind in Sanction.Kind.allCases {
                    option(.value(kind.rawValue), .selected(kind.rawValue == chosen)) { kind.chinese }
                }
            }
            input("amount-\(line)", "\(words) 金额（元）", "金额（元）", 20)
            input("object-\(line)", "\(words) 对象和期限", "对象和期限", 300)
        }
    }

    private func input(_ name: String, _ label: String, _ placeholder: String, _ longest: Int) -> any HTML {
        let attributes: [Attribute] = [
            .type("text"), .value(values.text(name)), .maxLength(longest), Attribute("placeholder", placeholder),
        ]
        return Element(void: "input", control(name, label) + attributes)
    }

    private func control(_ name: String, _ label: String) -> [Attribute] {
        let name = "\(values.prefix)-\(name)"
        let isFaulty = values.typed.isOpen(values.prefix) && values.typed.errors.contains { $0.field == name }
        return [.id(name), .name(name), .aria(.label, label), .when(isFaulty, .aria(.invalid, "true"))]
    }

    private func line(_ name: String, _ label: String, _ hint: String) -> TextField {
        TextField(
            values.caption(name, label, hint: hint, isRequired: true),
            value: values.text(name),
            maxLength: 200
        )
    }

    private func area(_ name: String, _ label: String, _ hint: String, rows: Int) -> TextArea {
        TextArea(
            values.caption(name, label, hint: hint, isRequired: true),
            value: values.text(name),
            rows: rows,
            maxLength: 4_000
        )
    }
}

/// Money that came in for a decision.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 67, 70, 72.
struct PaymentFields: Component {
    let values: ActValues

    var body: any HTML {
        div(.cssClass("field-row")) {
            TextField(
                values.caption("amount", "缴款金额（元）", hint: "实际收到的，含加处罚款", isRequired: true),
                value: values.text("amount"),
                maxLength: 20,
                width: .short
            )
            TextField(
                values.caption("paidOn", "缴款日期", isRequired: true),
                value: values.text("paidOn"),
                kind: .date,
                width: .short
            )
            TextField(
                values.caption("receipt", "票据号码", isRequired: true),
                value: values.text("receipt"),
                maxLength: 60,
                width: .half
            )
        }
        div(.cssClass("field-row")) {
            TextField(
                values.caption("ofSurcharge", "其中加处罚款（元）", hint: "没有的留空", isRequired: false),
                value: values.text("ofSurcharge"),
                maxLength: 20,
                width: .short
            )
            SelectField(
                values.caption("onSpot", "收缴方式", hint: "当场收缴限于法定情形（行政处罚法§68、§69）", isRequired: false),
                choices: [Choice("", "银行或者电子支付系统")]
                    + OnSpotCollection.Ground.allCases.map { Choice($0.rawValue, "当场收缴：\($0.chinese)") },
                chosen: values.text("onSpot")
            )
            TextField(
                values.caption("handedInOn", "当场收缴的，交至机关日期", hint: "二日内（行政处罚法§71）", isRequired: false),
                value: values.text("handedInOn"),
                kind: .date,
                width: .short
            )
        }
        p(.cssClass("hint")) { "逾期缴纳的，自动计算每日 3% 的加处罚款，不超过罚款数额（行政处罚法§72）；复议、诉讼期间不计（§73）。" }
    }
}

extension ActFields {
    mutating func proposal(_ benchmarks: [BenchmarkVersion]) -> StepDetails {
        let proposal = Proposal(
            broken: text("broken"),
            basis: text("basis"),
            sanctions: sanctions(),
            discretion: text("discretion")
        )
        return .proposal(proposal, weighing: weighing(benchmarks))
    }

    mutating func imposition(_ benchmarks: [BenchmarkVersion]) -> StepDetails {
        .imposition(
            ImpositionDetails(
                sanctions: sanctions(),
                reasons: text("reasons"),
                performance: text("performance"),
                weighing: weighing(benchmarks)
            )
        )
    }

    mutating func payment() -> PaymentDetails? {
        let amount = money("amount", "缴款金额")
        let surcharge = text("ofSurcharge").isEmpty ? nil : money("ofSurcharge", "其中加处罚款")
        var collection: OnSpotCollection?
        if !text("onSpot").isEmpty, let ground = choice("onSpot", "收缴方式", of: OnSpotCollection.Ground.self),
            let day = day("handedInOn", "交至机关日期")
        {
            collection = OnSpotCollection(ground: ground, handedInOn: day)
        }
        guard let amount, let day = day("paidOn", "缴款日期") else { return nil }
        return PaymentDetails(
            amount: amount,
            paidOn: day,
            receipt: text("receipt"),
            collection: collection,
            ofSurcharge: surcharge
        )
    }

    /// The instalments that were filled in, a line each.
    mutating func instalments() -> [Instalment] {
        (0..<DeferralFields.lines).compactMap { line in
            guard !(text("due-\(line)") + text("part-\(line)")).isEmpty,
                let due = day("due-\(line)", "第\(line + 1)期最迟缴纳日"),
                let amount = money("part-\(line)", "第\(line + 1)期金额")
            else { return nil }
            return Instalment(due: due, amount: amount)
        }
    }

    /// The lines that were filled in; a line with money or words but no kind is a fault, not overlooked.
    private mutating func sanctions() -> [Sanction] {
        var sanctions: [Sanction] = []
        for line in 0..<PenaltyFields.lines {
            let (amount, object) = (text("amount-\(line)"), text("object-\(line)"))
            guard !text("kind-\(line)").isEmpty else {
                if !(amount + object).isEmpty { fault("kind-\(line)", "处罚第 \(line + 1) 项应选种类，实为未选") }
                continue
            }
            guard let kind = choice("kind-\(line)", "处罚种类", of: Sanction.Kind.self) else { continue }
            let money = amount.isEmpty ? nil : money("amount-\(line)", kind.chinese)
            sanctions.append(Sanction(kind, amount: money, object: object))
        }
        return sanctions
    }

    private mutating func money(_ name: String, _ label: String) -> Money? {
        let typed = text(name)
        if let money = Money(yuan: typed) { return money }
        fault(name, "“\(label)”应为金额，如 5000 或者 5000.50，实为\(typed.isEmpty ? "未填" : "“\(typed.prefix(20))”")")
        return nil
    }
}
