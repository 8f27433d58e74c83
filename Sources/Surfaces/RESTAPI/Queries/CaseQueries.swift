import Decisions
import Acting
import CanonicalJSON
import Casework
import EventLog
import Kernel
import Parties
import Processes
import TimeLimits
import WebServer

extension RESTAPI {
    /// What can be asked about one case.
    static let caseQueries: [Endpoint] = [
        .question("/cases/{number}", "Case", "办件", answer: .json(.caseFile)) { call in
            let found = try await call.foundCase()
            let party = try await call.read { try $0.party(Party.ID(found.opening.party)) }
            try await call.seePersonal(of: found.number)
            let value = try CaseAnswerText(found, call, party).value
            return .found(value, as: .caseFile, version: found.version)
        },
        .question("/cases/{number}/timeline", "Timeline", "办理经过", answer: .json(.timeline)) { call in
            let found = try await call.foundCase()
            let history = try await call.read { try $0.history(of: found.id) }
            try await call.seePersonal(of: found.number, "api timeline")
            let entries = JSONValue.list(history) { .entry($0, found.definition) }
            return .found(.members(["entries": entries]), as: .timeline, version: found.version)
        },
        .question("/cases/{number}/deadline", "Deadline", "期限和逐日计算", answer: .json(.deadline)) { call in
            let found = try await call.foundCase()
            let calendar = try NationalCalendar.load()
            let limits = try found.state.limits().map { limit in
                try JSONValue.limit(limit, on: call.today, in: calendar)
            }
            return .found(.members(["limits": .array(limits)]), as: .deadline, version: found.version)
        },
        .question("/cases/{number}/documents", "Documents", "文书目录", answer: .json(.documentList)) { call in
            let found = try await call.foundCase()
            let documents = found.state.documents.enumerated().map { ordinal, document in
                JSONValue.members([
                    "ordinal": .integer(Int64(ordinal)), "name": .text(document.name), "number": .text(document.number),
                    "issuedOn": .day(document.issuedOn), "isForParty": .boolean(document.isForParty),
                    "href": .text("\(RESTAPI.prefix)/cases/\(URLText.encode(found.number))/documents/\(ordinal)"),
                ])
            }
            return .found(.members(["documents": .array(documents)]), as: .documentList, version: found.version)
        },
        .question(
            "/cases/{number}/documents/{ordinal}",
            "DocumentFile",
            "文书（PDF）",
            answer: .file(type: "application/pdf")
        ) { call in
            let found = try await call.foundCase()
            guard let ordinal = Int(call.parameter("ordinal")), found.state.documents.indices.contains(ordinal) else {
                throw WebRefusal.notFound
            }
            let document = found.state.documents[ordinal]
            try await call.seePersonal(of: found.number, "api document \(ordinal)")
            return .file(
                named: "\(document.name)\(document.number).pdf",
                type: "application/pdf",
                bytes: try await call.parts.issuer.file(of: document)
            )
        },
    ]
}

extension ObjectShape {
    fileprivate static let timeline = ObjectShape(
        "Timeline",
        [.required("entries", "各项办理，先后为序", .list(.object(.timelineEntry), most: 100_000))]
    )

    fileprivate static let timelineEntry = ObjectShape(
        "TimelineEntry",
        [
            .required("version", "办件的版本", .integer), .required("at", "时间", .moment),
            .required("type", "发生的事实", .text()), .required("actorKind", "由谁", .text()),
            .required("actor", "人员", .text()), .optional("post", "岗位", .text()),
            .optional("step", "环节", .text()), .optional("stepName", "环节名称", .text()),
            .optional("outcome", "办理结果", .text()), .optional("outcomeName", "办理结果名称", .text()),
            .optional("opinion", "意见", .text()),
        ]
    )

    fileprivate static let deadline = ObjectShape(
        "Deadline",
        [.required("limits", "各期限，先届满者在前", .list(.object(.limit)))]
    )

    fileprivate static let limit = ObjectShape(
        "Limit",
        [
            .required("kind", "期限种类", .text()), .required("period", "期限", .text()),
            .required("source", "依据", .text()), .required("start", "起算日", .day),
            .optional("due", "届满日；暂停期间没有", .day), .required("isProvisional", "是否暂定（放假安排尚未公布）", .boolean),
            .optional("stoppedSince", "自何日起暂停", .day), .optional("remaining", "暂停时剩余日数", .integer),
            .required("days", "逐日计算", .list(.object(.countedDay), most: 5_000)),
        ]
    )

    fileprivate static let countedDay = ObjectShape(
        "CountedDay",
        [
            .required("day", "日期", .day), .required("isCounted", "是否计入", .boolean),
            .optional("number", "第几日", .integer), .required("reason", "原因", .text()),
        ]
    )

    fileprivate static let documentList = ObjectShape(
        "DocumentList",
        [.required("documents", "各文书", .list(.object(.issuedDocument), most: 10_000))]
    )

    fileprivate static let issuedDocument = ObjectShape(
        "IssuedDocument",
        [
            .required("ordinal", "序号，自0起", .integer), .required("name", "文书名称", .text()),
            .required("number", "文号；没有的为空", .text()), .required("issuedOn", "制作日期", .day),
            .required("isForParty", "是否交给当事人", .boolean), .required("href", "文书的地址", .text()),
        ]
    )
}

extension JSONValue {
    fileprivate static func entry(_ event: RecordedEvent, _ definition: ProcessDefinition) -> JSONValue {
        var completed: StepCompleted?
        if case .completed(let step)? = event.as(CaseFileEvent.self) { completed = step }
        let step = completed.flatMap { definition.step($0.step) }
        let actor = event.envelope.actor
        return .members([
            "version": .integer(Int64(event.envelope.version)), "at": .moment(event.envelope.recordedAt),
            "type": .text(event.envelope.type), "actorKind": .text(actor.kind.rawValue), "actor": .text(actor.id),
            "post": actor.post.map(JSONValue.text), "step": completed.map { .text($0.step.text) },
            "stepName": step.map { .text($0.name) }, "outcome": completed.map { .text($0.outcome.text) },
            "outcomeName": completed.flatMap { step?.outcome($0.outcome) }.map { .text($0.name) },
            "opinion": completed.map { .text($0.opinion) },
        ])
    }

    fileprivate static func limit(
        _ limit: CaseLimit,
        on today: Day,
        in calendar: WorkingCalendar
    ) throws(TimeLimitError) -> JSONValue {
        let told = try DeadlineExplanation(limit.clock, in: calendar, asOf: today)
        var members: [String: JSONValue?] = [
            "kind": .text(limit.kind.chinese), "period": .text(limit.clock.period.chinese),
            "source": .text(limit.source), "start": .day(limit.clock.start), "isProvisional": .boolean(false),
            "days": .list(told.entries) { .countedDay($0) },
        ]
        switch told.deadline {
        case .due(let day, let isProvisional):
            members["due"] = .day(day)
            members["isProvisional"] = .boolean(isProvisional)
        case .stopped(let since, _, let remaining):
            members["stoppedSince"] = .day(since)
            members["remaining"] = .integer(Int64(remaining))
        }
        return .members(members)
    }

    private static func countedDay(_ entry: DeadlineExplanation.Entry) -> JSONValue {
        var number: JSONValue?
        if case .counted(let count) = entry.account { number = .integer(Int64(count)) }
        var reason = entry.standing.chinese
        if case .excluded(let ground) = entry.account { reason = "\(ground.chinese)所需时间，\(ground.article)" }
        return .members([
            "day": .day(entry.day), "isCounted": .boolean(entry.isCounted), "number": number, "reason": .text(reason),
        ])
    }
}
