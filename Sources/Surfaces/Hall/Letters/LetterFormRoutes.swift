import Access
import Casework
import EventLog
import HTML
import Kernel
import Participation
import TimeLimits
import WebServer

/// Writing a letter: the form, a last look with published letters that read alike, and the receipt.
struct LetterFormRoutes: Sendable {
    let parts: HallParts

    /// A person writes a few letters; a program that floods an agency is slowed.
    private static let rateLimit = RateLimit(20, per: .seconds(600))

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.newLetter, name: "hall.letter.new", access: .everyone) {
                request,
                principal in
                let draft = try await LetterDraft.read(request.query, by: principal, from: parts)
                return .page(formPage(draft, [], request))
            },
            HallRoute(
                .post,
                HallPath.Pattern.newLetter,
                name: "hall.letter.file",
                access: .everyone,
                rateLimit: LetterFormRoutes.rateLimit
            ) { request, principal in try await take(request, principal) },
        ]
    }

    private func take(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let form = request.form.values
        let draft = try await LetterDraft.read(form, by: principal, from: parts)
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        let code = QueryCode(formKey: key, under: parts.queryKey)
        do {
            let letter = try draft.command(queryDigest: code.digest(under: parts.queryKey), parts.clocks)
            _ = try letter.checked()
            if form["step"] == "change" { return .page(formPage(draft, [], request)) }
            guard form["step"] == "send" else { return .page(try await reviewPage(draft, request)) }
            let act = Act(realm: parts.realm, actor: Writer.actor, key: key)
            let answer = try await parts.log.submit(letter, as: act).answer
            // Who writes without a name leaves no trace in the account either.
            if let principal, draft.isNamed {
                let belonging = Belonging(.letter, answer.letter.text)
                try await parts.accounts.keep(belonging, of: principal, from: request.peer)
            }
            return .redirect(to: HallPath.letter(answer.number, code.text, .receipt))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            let fault = FieldError(field: wording.field ?? "title", message: wording.sentence)
            return .page(formPage(draft, [fault], request), status: wording.status)
        }
    }

    private func formPage(_ draft: LetterDraft, _ errors: [FieldError], _ request: WebRequest) -> LetterFormPage {
        LetterFormPage(
            site: parts.site,
            draft: draft,
            errors: errors,
            limit: limit(of: draft.kind),
            hidden: hidden(request)
        )
    }

    private func reviewPage(_ draft: LetterDraft, _ request: WebRequest) async throws -> LetterReviewPage {
        let text = "\(draft["title"])\n\(draft["text"])"
        let (agency, item) = (draft.agency, draft.item?.code)
        // What a complaint is about has no answer that is the same for everyone.
        let answering = draft.kind == .question ? agency : nil
        let (similar, standards) = try await parts.read {
            reading -> ([PublicLetters.Entry], [PublicStandardAnswers.Entry]) in
            let letters = try PublicLetters(reading).similar(to: text, agency: agency, item: item, limit: 3)
            guard let answering else { return (letters, []) }
            let answers = PublicStandardAnswers(reading)
            return (letters, try answers.similar(to: text, agency: answering, item: item, limit: 3))
        }
        return LetterReviewPage(
            site: parts.site,
            draft: draft,
            standards: standards.map(StandardAnswerLink.init),
            similar: similar.map(LetterLink.init),
            limit: limit(of: draft.kind),
            hidden: hidden(request)
        )
    }

    private func limit(of kind: LetterKind) -> String {
        let reply = "\(parts.clocks.reply(to: kind).period.chinese)内答复"
        guard let acceptance = parts.clocks.acceptance(of: kind) else { return reply }
        return "\(acceptance.period.chinese)内告知是否受理，\(reply)"
    }

    private func hidden(_ request: WebRequest) -> [HiddenField] {
        let key =
            request.formKey.map { HiddenField(FormKey.fieldName, $0) }
            ?? FormKey.field(parts.log.randomness, at: parts.log.clock.now)
        return [request.forgeryField, key]
    }
}
