import Access
import EventLog
import HTML
import Kernel
import WebServer

/// A thing of the directory that forms change.
protocol ChangeSubject: Sendable {
    /// Returns `nil` when the address names nothing.
    static func find(_ request: WebRequest, _ context: ChangeContext) throws -> Self?
    var place: Place? { get }
    /// What the audit calls it.
    var key: String { get }
    var title: String { get }
    var address: String { get }
    /// The way to it, itself last.
    var crumbs: [Crumb] { get }
    /// Whether the form shows what is personal; looking at it is then an entry of the audit.
    static var isPersonal: Bool { get }
}

extension ChangeSubject {
    static var isPersonal: Bool { false }
}

/// One change: its address, who may make it, and its form for a given thing.
///
/// A get shows the form; a post shows what would be recorded, and records it when the preview was confirmed.
struct ChangeRoute<Subject: ChangeSubject>: Sendable {
    let path: RoutePath
    let name: String
    let rule: AccessRule
    let form: @Sendable (Subject, ChangeContext) throws -> ChangeForm

    init(
        _ path: RoutePath,
        _ name: String,
        _ rule: AccessRule,
        form: @escaping @Sendable (Subject, ChangeContext) throws -> ChangeForm
    ) {
        self.path = path
        self.name = name
        self.rule = rule
        self.form = form
    }

    func routes(_ parts: AdministrationParts) -> [AdministrationRoute] {
        [
            AdministrationRoute(.get, path, name: "\(name)Form", access: rule) { request, principal in
                let (principal, opened) = try await open(request, principal, parts)
                if Subject.isPersonal {
                    try await parts.access.record(
                        .personalSeen,
                        by: principal,
                        on: opened.subject.key,
                        from: request.peer
                    )
                }
                let page = ChangePage(
                    visit: Visit(parts, request, principal),
                    site: opened.site(request),
                    form: opened.form,
                    answers: ChangeAnswers(presentOf: opened.form.fields)
                )
                return .page(page)
            },
            AdministrationRoute(.post, path, name: name, access: rule) { request, principal in
                try await change(request, principal, parts)
            },
        ]
    }

    private struct Opened: Sendable {
        let subject: Subject
        let form: ChangeForm

        func site(_ request: WebRequest) -> ChangeSite {
            ChangeSite(crumbs: subject.crumbs, subject: subject.title, address: request.path, back: subject.address)
        }
    }

    private func open(
        _ request: WebRequest,
        _ principal: Principal?,
        _ parts: AdministrationParts
    ) async throws -> (Principal, Opened) {
        let principal = try principal.required(rule)
        let (today, rule, form) = (parts.today, rule, form)
        return try await parts.read { reading in
            let context = ChangeContext(reading: reading, today: today, principal: principal)
            guard let subject = try Subject.find(request, context) else { throw WebRefusal.notFound }
            if let place = subject.place { _ = try Optional(principal).required(rule, at: place) }
            return (principal, Opened(subject: subject, form: try form(subject, context)))
        }
    }

    private func change(
        _ request: WebRequest,
        _ principal: Principal?,
        _ parts: AdministrationParts
    ) async throws -> WebAnswer {
        let (principal, opened) = try await open(request, principal, parts)
        let answers = ChangeAnswers(opened.form.fields, request.form.values)
        func again(_ errors: [FieldError], _ refusal: (String, String)? = nil) -> WebAnswer {
            let page = ChangePage(
                visit: Visit(parts, request, principal),
                site: opened.site(request),
                form: opened.form,
                answers: answers,
                refusal: refusal,
                errors: errors
            )
            return .page(page, status: errors.isEmpty && refusal == nil ? 200 : 422)
        }
        let step = request.form.values["step"]
        guard step != "edit" else { return again([]) }
        guard answers.errors.isEmpty else { return again(answers.errors) }
        do {
            let (command, effects) = try await parts.read { reading in
                (try opened.form.command(answers, reading), try opened.form.effects(answers, reading))
            }
            if step == "confirm" {
                try await parts.carryOut(command, on: opened.subject.key, request, principal)
                return .redirect(to: opened.subject.address, flash: FlashMessage("已记录：\(opened.form.title)。"))
            }
            let page = ChangePreviewPage(
                visit: Visit(parts, request, principal),
                site: opened.site(request),
                form: opened.form,
                answers: answers,
                effects: effects,
                sentences: try await parts.preview(command, by: principal.actor)
            )
            return .page(page)
        } catch let fault as ChangeFault {
            return again(fault.errors)
        } catch {
            guard let reason = AdministrationWording.refusal(error) else { throw error }
            return again([], (reason, AdministrationRemedy.of(error)))
        }
    }
}

extension AdministrationParts {
    /// Submits a command whose answer the page does not need.
    fileprivate func carryOut(
        _ command: some Command,
        on subject: String,
        _ request: WebRequest,
        _ principal: Principal
    ) async throws {
        _ = try await submit(command, on: subject, request, principal)
    }

    /// Returns what the command would record, in sentences.
    fileprivate func preview(_ command: some Command, by actor: Actor) async throws -> [String] {
        let events = try await log.rehearse(command, by: actor, in: realm)
        return try await read { reading in try DirectorySentences(reading, events).all }
    }
}
