import Browser
import Casework
import Codes
import Directory
import EventLog
import Kernel
import Parties
import Processes
import TestHouse
import Testing
import TimeLimits

/// One matter of every kind of power, done in the browser by the officers whose posts its process names.
///
/// Licensing and the penalty with hearing have journeys of their own, through the program as it ships.
@Suite(
    "Every kind of power in the browser, from its first step to the file",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct CategoryJourneyTests {
    static let kinds = ProcessTemplate.allCases.filter {
        ![.licensingGeneral, .licensingPrompt, .penaltyHearing, .penaltyOrdinary].contains($0)
    }

    @Test("each step is done by filling in its form, and the case ends in the file", arguments: kinds)
    func journey(_ template: ProcessTemplate) async throws {
        var desk = try await TestDesk()
        try await desk.employEverybody()
        let matter = try await CategoryMatter.open(template, at: desk)
        try await desk.serve { port in
            try await WebDriver.run { driver in
                let window = try await driver.window(on: "http://127.0.0.1:\(port)")
                try await matter.walk(in: window)
            }
        }
        let state = try await matter.state()
        #expect(state.stage.name == .closed)
        #expect(state.acts.count >= 4)
        let written = Set(state.written.map(\.record.document))
        for act in state.acts {
            let step = try #require(matter.definition.step(act.step))
            let outcome = try #require(step.outcome(act.outcome))
            for form in try DocumentForms.shipped().forms(of: step, ending: outcome) {
                #expect(written.contains(form.name), "\(form.name) of \(step.name)")
            }
        }
    }
}

/// A case, and who does its next step with which form.
private struct CategoryMatter {
    let house: TestHouse
    let id: CaseFile.ID
    let number: String
    let definition: ProcessDefinition

    static func open(_ template: ProcessTemplate, at desk: TestDesk) async throws -> CategoryMatter {
        let definition = try template.definition()
        let house = desk.house
        let item = try await house.publish(template, definition.category.power, named: "对演示事项的办理")
        if definition.category.isExOfficio {
            let first = try #require(definition.step(definition.first))
            let command = OpenCase(
                item: item,
                party: .organization(name: "演示托幼服务有限公司", code: "91350100M000100Y43", representative: nil),
                clue: Clue(source: .inspection, facts: "现场检查发现演示事项需要依法办理", place: "演示路一百号", happenedOn: "2026-02-27"),
                // Where it may be registered in several ways, who registers it chooses once the case is there.
                documents: first.kind == .receive && first.outcomes.count == 1
                    ? try DocumentRecord.filledIn(first, first.outcomes[0]) : []
            )
            let answer = try await house.submit(command, by: house.officer(.handle))
            return CategoryMatter(house: house, id: answer.caseFile, number: answer.number, definition: definition)
        }
        let command = SubmitApplication(
            item: item,
            channel: .online,
            applicant: .person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000"),
            submission: Submission(answers: [], materials: []),
            queryDigest: "digest"
        )
        let answer = try await house.submit(command, by: Actor(kind: .visitor, id: "visitor"))
        return CategoryMatter(house: house, id: answer.caseFile, number: answer.number, definition: definition)
    }

    func state() async throws -> CaseFile { try await house.state(id).state }

    /// Straight on: the first outcome of every step, as soon as the party's time is over.
    func walk(in window: BrowserWindow) async throws {
        var present = ""
        for _ in 0..<40 {
            let state = try await state()
            guard state.stage.name != .closed, let step = state.position.steps.compactMap(definition.step).first else {
                return
            }
            // The warning of the shortest way costs nothing, so nothing is paid.
            let isFree = step.kind == .pay && definition.category == .penaltySimple
            let outcome = step.outcomes[isFree ? 1 : 0]
            let calendar = try NationalCalendar.load()
            if let opens = try state.window(of: step, ending: outcome, in: calendar)?.opens,
                house.clock.now.day < opens
            {
                house.clock.set(try calendar.firstWorkingDay(from: opens))
            }
            let name = TestDesk.names(step)
            if name != present {
                try await window.dropCookies()
                try await window.open("/sign-in")
                try await window.fill(.field("用户名"), with: name)
                try await window.fill(.field("密码"), with: TestDesk.password)
                try await window.press(.button("登录"))
                present = name
            }
            try await window.open("/desk/cases/\(number)")
            let form = OfficeForm(window: window, prefix: "\(step.id)-\(outcome.id)")
            try await form.open()
            let today = house.clock.now.day
            try await form.fillIn(
                day: today.description,
                later: (today + 28).description,
                companions: step.officers - 1
            )
            try await window.press(.button("确认：\(outcome.name)"))
            let after = try await house.state(id).state
            let text = try await window.text
            #expect(after.acts.count > state.acts.count, "\(step.id)-\(outcome.id): \(text.prefix(900))")
            guard after.acts.count > state.acts.count else { return }
        }
    }
}

extension ProcessDefinition.Category {
    fileprivate var power: PowerCategory {
        switch self {
        case .licensing: .license
        case .penaltySimple, .penalty, .penaltyHearing: .penalty
        case .coerciveMeasure, .freezing, .coerciveExecution, .substituteExecution, .courtEnforcement: .coercion
        case .inspection: .inspection
        case .levy: .levy
        case .charge: .charge
        case .grant: .grant
        case .confirmation: .confirmation
        case .adjudication: .adjudication
        case .reward: .reward
        case .requisition: .requisition
        case .registration: .registration
        case .other: .other
        }
    }
}

extension TestDesk {
    /// The account of whoever holds the step's post.
    fileprivate static func names(_ step: Step) -> String {
        for responsibility in Responsibility.allCases where responsibility.processPosts.contains(step.post.text) {
            switch responsibility {
            case .reception: return "window"
            case .review: return "reviewer"
            case .approve: return "approver"
            case .legalReview: return "legal"
            case .hearingChair: return "chair"
            case .handle, .supervision: return "handler"
            }
        }
        return "handler"
    }
}
