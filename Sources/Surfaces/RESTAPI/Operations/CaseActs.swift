import Access
import Acting
import CanonicalJSON
import Casework
import EventLog
import Kernel
import Processes
import WebServer

extension ObjectShape {
    /// What every act on a case answers.
    static let caseAnswer = ObjectShape(
        "CaseAnswer",
        [
            .required("number", "办件编号", .text()),
            .required("stage", "办件状态", .choice(Stage.Name.self, \.chinese)),
            .optional("apart", "分出的办件编号", .text()),
        ]
    )
}

extension Endpoint {
    /// An act on a case that is there: `command` is made from case and body, the permission asked with its place.
    static func caseAct<C: Command>(
        _ path: String,
        _ name: String,
        _ title: String,
        _ permission: CasePermission,
        _ sources: [LegalSource],
        seen: Seen = .caseFile,
        body: [Field],
        bodyLimit: Int = Endpoint.plainBody,
        command: @escaping @Sendable (FoundCase, Call) async throws -> C
    ) -> Endpoint where C.Answer == CaseAnswer {
        act(
            "/cases/{number}\(path)",
            name,
            title,
            permission.actions,
            sources,
            seen: seen,
            body: body,
            bodyLimit: bodyLimit,
            answer: .caseAnswer
        ) { call in
            let found = try await call.foundCase()
            do {
                try call.require(permission.needed(call, found), at: found)
                let receipt = try await call.submit(command(found, call))
                await call.makeDocuments(of: found.id)
                return try await call.answer(receipt, on: found)
            } catch {
                guard let problem = Problem(refusal: error, call, in: found.definition) else { throw error }
                throw problem
            }
        }
    }
}

/// What an act takes: one permission, or that of the step it is about.
enum CasePermission: Sendable {
    case one(Action)
    case anyOf([Action])
    /// The one that the step of the address takes.
    case ofStep

    var actions: [Action] {
        switch self {
        case .one(let action): [action]
        case .anyOf(let actions): actions
        case .ofStep: CasePermission.working
        }
    }

    static let working: [Action] = [
        .receiveSubmission, .requestCorrection, .acceptSubmission, .examineCase, .stopClock, .reviewProposal,
        .reviewLegality, .approveDecision, .serveNotice, .closeCase,
    ]

    func needed(_ call: Call, _ found: FoundCase) throws -> Action {
        switch self {
        case .one(let action): return action
        case .anyOf(let actions):
            return actions.first { call.principal.reach(of: $0) != nil } ?? actions[0]
        case .ofStep:
            let id = Step.ID(call.parameter("step"))
            guard let step = found.definition.step(id) else {
                throw CaseworkError.notWaiting(step: id, waiting: found.state.position.steps)
            }
            return step.action
        }
    }
}

extension Call {
    /// The same body for the same key; only the headers tell a repetition, and the version as it is now.
    func answer(_ receipt: Receipt<CaseAnswer>, on found: FoundCase) async throws -> WebAnswer {
        let version = try await read { try $0.state(CaseFile.self, found.id.text).version }
        let value = JSONValue.object(
            [
                "number": .string(found.number), "stage": .string(receipt.answer.stage.rawValue),
                "apart": receipt.answer.apart.map(JSONValue.string),
            ].compactMapValues(\.self)
        )
        return .acted(value, version: version, isReplay: receipt.isReplay)
    }
}

extension WebAnswer {
    static func acted(_ value: JSONValue, status: Int = 200, version: Int? = nil, isReplay: Bool) -> WebAnswer {
        var answer = WebAnswer.json(value.canonicalBytes, status: status)
        if let version { answer.headers.append(.version(version)) }
        if isReplay { answer.headers.append(.init("Idempotent-Replayed", "true")) }
        return answer
    }
}
