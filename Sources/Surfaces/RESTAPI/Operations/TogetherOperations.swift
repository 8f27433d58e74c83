import Access
import CanonicalJSON
import Casework
import EventLog
import Kernel
import Processes
import WebServer

extension RESTAPI {
    /// One act done to many cases with one call: each case by itself, under its own key, with a line of the report.
    static let togetherOperations: [Endpoint] = [
        .act(
            "/cases/together",
            "ActTogether",
            "批量办理",
            CasePermission.working + [.assignCase],
            TogetherAct.all.flatMap(\.verb.rule.sources).reduce(into: []) { sources, source in
                if !sources.contains(source) { sources.append(source) }
            },
            seen: .nothing,
            body: [
                .required("act", "办理什么，理由一次填写，记入每一件", .object(TogetherAct.shape)),
                .required("rows", "各件，依次办理", .list(.object(TogetherAct.row), most: TogetherAct.mostRows)),
            ],
            answer: ObjectShape(
                "TogetherReport",
                [
                    .required("done", "已办理的件数", .integer), .required("overtaken", "同事已先办理、保持不动的件数", .integer),
                    .required("refused", "不能办理的件数", .integer),
                    .required("rows", "各件的结果，次序与请求相同", .list(.object(TogetherAct.result), most: TogetherAct.mostRows)),
                ]
            ),
            // Whoever does two hundred at once has done two hundred.
            weight: { call in call.body.objects("rows").count }
        ) { call in
            let act = try call.body.neededObject("act")
            guard let chosen = TogetherAct.all.first(where: { act.object($0.name) != nil }),
                let content = act.object(chosen.name)
            else { throw act.fault("claim", "应写明办理什么，实为没有") }
            var results: [[String: JSONValue]] = []
            for row in call.body.objects("rows") {
                try Task.checkCancellation()
                results.append(try await chosen.result(of: row, content, call))
            }
            func count(_ outcome: String) -> JSONValue {
                .integer(Int64(results.count { $0["result"] == .string(outcome) }))
            }
            let report: JSONValue = [
                "done": count("done"), "overtaken": count("overtaken"), "refused": count("refused"),
                "rows": .array(results.map(JSONValue.object)),
            ]
            return .json(report.canonicalBytes)
        }
    ]
}

/// An act that may be done to many cases with one reason, and the operation that does it to one.
private struct TogetherAct: Sendable {
    let name: String
    let verb: CaseVerb
    let operation: Endpoint
    /// What of the operation's body is the same for all.
    let content: ObjectShape

    /// Nobody looks over more in one go; the desk has the same bound.
    static let mostRows = 200

    /// The verbs that the table of verbs lets be done together.
    static let all: [TogetherAct] = [
        .init("claim", .claim, "ClaimStep"), .init("release", .release, "ReleaseStep"),
        .init("assign", .assign, "AssignStep"), .init("urge", .urge, "UrgeStep"),
        .init("suspend", .suspend, "SuspendClock"), .init("resume", .resume, "ResumeClock"),
        .init("recall", .recall, "RecallStep"),
        .init("complete", .complete, "CompleteStep", only: ["outcome", "opinion"]),
    ].compactMap(\.self)

    static let shape = ObjectShape(
        "TogetherAct",
        all.map { .optional($0.name, $0.operation.title, .object($0.content)) },
        isOneOf: true
    )

    static let row = ObjectShape(
        "TogetherRow",
        [
            .required("number", "办件编号", .text(least: 1, most: 60)),
            .required("version", "所见的版本（ETag中的数）", .integer),
            .optional("step", "环节；暂停、恢复计时不写", .text(least: 1, most: 60)),
        ]
    )

    static let result = ObjectShape(
        "TogetherResult",
        [
            .required("number", "办件编号", .text()),
            .required(
                "result",
                "结果",
                .choice([
                    .init(value: "done", title: "已办理"), .init(value: "overtaken", title: "同事已先办理，未动"),
                    .init(value: "refused", title: "不能办理"),
                ])
            ),
            .optional("stage", "办件状态", .choice(Stage.Name.self, \.chinese)),
            .optional("code", "没有办成的代码", .text()), .optional("detail", "没有办成的原因", .text()),
            .optional("article", "依据", .text()),
        ]
    )

    private init?(_ name: String, _ verb: CaseVerb, _ operation: String, only: [String]? = nil) {
        let single = RESTAPI.stepOperations + RESTAPI.clockOperations
        guard verb.isDoneTogether, let found = single.first(where: { $0.name == operation }), let body = found.body
        else { return nil }
        (self.name, self.verb, self.operation) = (name, verb, found)
        content = ObjectShape("Together\(operation)", body.fields.filter { only?.contains($0.name) ?? true })
    }

    /// Does it to one case; every refusal is an answer.
    func result(of row: Body, _ content: Body, _ call: Call) async throws -> [String: JSONValue] {
        let number = row.text("number")
        let single = Call(
            call,
            operation,
            parameters: ["number": number, "step": row.text("step")],
            body: content.widened(to: operation.body),
            // No version is below the first, and none at all is no version seen.
            seen: max(1, try row.integer("version")),
            key: "\(call.key)/\(number)/\(row.text("step"))"
        )
        do {
            try await requireTogether(single)
            let answer = try await operation.run(single)
            return ["number": .string(number), "result": "done", "stage": try stage(of: answer)]
        } catch {
            guard let problem = error as? Problem ?? Problem(refusal: error, single) else { throw error }
            return [
                "number": .string(number), "result": problem.code == "log.stale" ? "overtaken" : "refused",
                "code": .string(problem.code), "detail": .string(problem.detail), "article": .string(problem.article),
            ]
        }
    }

    /// Only such steps are done together as need no look at each case.
    private func requireTogether(_ call: Call) async throws {
        guard verb == .complete else { return }
        let found = try await call.foundCase()
        let id = Step.ID(call.parameter("step"))
        guard let step = found.definition.step(id) else {
            throw CaseworkError.notWaiting(step: id, waiting: found.state.position.steps)
        }
        guard step.kind.isDoneTogether, step.countersign == nil, step.officers == 1 else {
            throw Problem(
                422,
                "api.notTogether",
                "请求内容不符",
                "批量办理的应为无须逐件审查判断的环节，实为“\(step.name)”",
                article: "行政许可法§34、§38，行政处罚法§5"
            )
        }
    }

    private func stage(of answer: WebAnswer) throws -> JSONValue {
        guard case .bytes(let bytes) = answer.body, case .object(let members) = try JSONValue(parsing: bytes) else {
            return ""
        }
        return members["stage"] ?? ""
    }
}
