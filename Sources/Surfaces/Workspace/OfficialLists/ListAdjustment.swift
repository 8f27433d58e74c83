import Catalog
import HTML
import Kernel
import TimeLimits
import WebServer

/// What a version after the first rests on, as the upload asks for it.
struct ListAdjustmentFields: Component {
    let grounds: [AdjustmentGround]
    let typed: FormValues
    /// What the draft states.
    let held: ItemAdjustment?

    var body: any HTML {
        SelectField(
            FieldCaption("trigger", label: "调整的原因", isRequired: true),
            choices: [Choice("", "请选择")] + ItemAdjustment.Trigger.allCases.map { Choice($0.rawValue, $0.chinese) },
            chosen: typed["trigger"] ?? held?.trigger.rawValue ?? ""
        )
        TextField(
            FieldCaption("evidence", label: "所依据的文件和文号", isRequired: true),
            value: typed["evidence"] ?? held?.evidence ?? "",
            maxLength: 500
        )
        TextField(
            FieldCaption("evidenceOn", label: "文件印发或者法律公布的日期"),
            value: typed["evidenceOn"] ?? held?.evidenceOn?.description ?? "",
            kind: .date,
            width: .short
        )
        details {
            summary { "各种原因要写明什么、多久内报送" }
            ul { for ground in grounds { li { "\(ground.trigger.chinese)：\(ground.chinese)" } } }
        }
    }

    /// Returns what a form states; `nil` from a form that does not ask.
    ///
    /// - Throws: `CatalogError.evidenceMissing`, `.evidenceDayMissing`.
    static func read(_ form: FormValues) throws(CatalogError) -> ItemAdjustment? {
        guard let chosen = form["trigger"] else { return nil }
        guard let trigger = ItemAdjustment.Trigger(rawValue: chosen) else { throw .evidenceMissing }
        let written = (form["evidenceOn"] ?? "").trimmingSpaces
        let day = Day(written)
        guard written.isEmpty || day != nil else { throw .evidenceDayMissing(found: nil) }
        return ItemAdjustment(
            .changed,
            for: trigger,
            evidence: (form["evidence"] ?? "").trimmingSpaces,
            on: day
        )
    }
}

extension Workspace {
    /// The clocks of a list's draft: by when it is handed in, or by when the legal office answers.
    func listClocks(of draft: OfficialList.Draft, in calendar: WorkingCalendar) throws -> [DeadlineChip] {
        guard let duty = confirmation.duty(about: draft) else { return [] }
        let text = "江苏某市行政权力网上公开透明运行实施办法"
        switch duty.side {
        case .office:
            let limit = SourcedPeriod(duty.within, source: "\(text) art. 17(3)")
            return [try chip("审核期限", limit, from: duty.from, until: "最迟审核日", in: calendar)]
        case .keeper:
            let limit = SourcedPeriod(duty.within, source: "\(text) art. 17(1)")
            return [try chip("报送期限", limit, from: duty.from, until: "最迟报送日", in: calendar)]
        }
    }

    private func chip(
        _ name: String,
        _ limit: SourcedPeriod,
        from start: Day,
        until end: String,
        in calendar: WorkingCalendar
    ) throws -> DeadlineChip {
        let last = try limit.day(from: start, in: calendar)
        return try PeriodDeadline(name, limit, from: start, until: (end, last), on: today, in: calendar).chip
    }
}
