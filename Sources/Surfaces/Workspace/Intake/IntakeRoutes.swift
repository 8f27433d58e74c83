import Access
import Acting
import Bookings
import Casework
import Catalog
import Directory
import EventLog
import HTML
import Kernel
import Parties
import WebServer

extension Workspace {
    /// Those at the window; whether the post may take the item's applications is asked by the command.
    static let intake = AccessRule.permission(.receiveSubmission)

    private static let intakePrefix = "intake"
    private static let intakeCrumbs = [Crumb("办案工作台", to: WorkspacePath.desk), Crumb("窗口收件")]

    var intakeRoutes: [DeskRoute] {
        [
            DeskRoute(.get, "/desk/receive", name: "IntakePage", access: Workspace.intake) { request, principal in
                try await intakePage(request, principal)
            },
            DeskRoute(
                .post,
                "/desk/receive",
                name: "RegisterApplication",
                access: Workspace.intake,
                body: .form(.files)
            ) { request, principal in try await register(request, principal) },
        ]
    }

    private func intakePage(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency else { throw WebRefusal.forbidden }
        let matters = try await intakeMatters(of: agency, principal)
        guard let item = request.query["item"] else {
            return .page(
                frame.page("窗口收件", for: principal, request, crumbs: Workspace.intakeCrumbs) {
                    IntakeListPage(matters: matters)
                }
            )
        }
        guard let matter = matters.first(where: { $0.id.text == item }) else { throw WebRefusal.notFound }
        var booker: Booker?
        if let number = request.query["booking"] {
            booker = try await ownBooking(number, principal).1.booker
            try await access.record(.personalSeen, by: principal, on: number, from: request.peer)
        }
        let kind = request.query["kind"] == nil && booker?.unit.isEmpty == false ? .organization : kind(request.query)
        do {
            let prior = try await prior(request.query, note: "", of: matter, principal)
            return answer(matter, kind, request, principal, typed: .none, booker: booker, prior: prior)
        } catch {
            guard let wording = Wording(refusal: error, in: matter.definition) else { throw error }
            return answer(matter, kind, request, principal, typed: .none, booker: booker, refused: wording)
        }
    }

    private func prior(
        _ values: FormValues,
        note: String,
        of matter: IntakeMatter,
        _ principal: Principal
    ) async throws -> IntakePrior? {
        let today = today
        return try await log.read(principal.realm) { reading in
            try IntakePrior(values, note: note, under: matter.id.text, on: today, in: reading)
        }
    }

    private func kind(_ values: FormValues) -> Party.Kind {
        values["kind"].flatMap(Party.Kind.init(rawValue:)) ?? .person
    }

    private func intakeMatters(of agency: Agency.ID, _ principal: Principal) async throws -> [IntakeMatter] {
        let today = today
        return try await log.read(principal.realm) { try IntakeMatter.all(of: agency, on: today, in: $0) }
    }

    private func answer(
        _ matter: IntakeMatter,
        _ kind: Party.Kind,
        _ request: WebRequest,
        _ principal: Principal,
        typed: TypedForm,
        booker: Booker? = nil,
        refused: Wording? = nil,
        prior: IntakePrior? = nil
    ) -> WebAnswer {
        let page = IntakePage(
            matter: matter,
            kind: kind,
            booking: request.query["booking"],
            hidden: [
                request.forgeryField, FormKey.field(log.randomness, at: log.clock.now),
                HiddenField("item", matter.id.text), HiddenField("kind", kind.rawValue),
            ] + (prior?.hidden ?? []) + typed.kept.hidden,
            values: ActValues(
                prefix: Workspace.intakePrefix,
                typed: typed,
                defaults: IntakePage.defaults(booker).merging(prior?.answers ?? [:]) { $1 }
                    .merging([IntakeField.receivedOn: today.description]) { $1 }
            ),
            refusal: refused?.full,
            prior: prior
        )
        return .page(
            frame.page("窗口收件", for: principal, request, crumbs: Workspace.intakeCrumbs) { page },
            status: refused?.status ?? (typed.errors.isEmpty ? 200 : 422)
        )
    }

    private func register(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        guard let principal, let agency = principal.agency else { throw WebRefusal.forbidden }
        guard let key = request.formKey, !key.isEmpty, key.utf8.count <= 100 else { throw WebRefusal.forged }
        let values = request.form.values
        guard let matter = try await intakeMatters(of: agency, principal).first(where: { $0.id.text == values["item"] })
        else { throw WebRefusal.notFound }
        let kind = kind(values)
        let prior: IntakePrior?
        do {
            let note = values["\(Workspace.intakePrefix)-\(IntakePrior.note)"] ?? ""
            prior = try await self.prior(values, note: note, of: matter, principal)
        } catch {
            guard let wording = Wording(refusal: error, in: matter.definition) else { throw error }
            return answer(matter, kind, request, principal, typed: .none, refused: wording)
        }
        var fields = ActFields(Workspace.intakePrefix, values)
        let applicant = fields.party(kind)
        let answers = fields.answers(matter.form(IntakeField.stated(values, fields.prefix)))
        let stated = Dictionary(answers.map { ($0.field, $0.value) }) { first, _ in first }
        if let (field, entry) = matter.rules.forbidden(stated) {
            let refusal = Wording(refusal: CaseworkError.onNegativeList(field: field.label, entry), in: nil)
            fields.fault(IntakeField.answer(field), refusal?.full ?? field.label)
        }
        let demands = matter.rules.demands(stated, of: kind)
        let questions = matter.materials.enumerated().map { place, material in
            FileQuestion(name: IntakeField.files(place), label: material.name, most: IntakeField.mostFiles)
        }
        let kept = try await keep(questions, of: request, about: "intake \(matter.id)", &fields)
        let materials = fields.materials(matter.materials, demands, kept, isFollowUp: prior != nil)
        guard fields.text(ActValues.more).isEmpty else {
            let open = TypedForm(prefix: Workspace.intakePrefix, values: values, errors: [], kept: kept)
            return answer(matter, kind, request, principal, typed: open, prior: prior)
        }
        let receivedOn = fields.day(IntakeField.receivedOn, "收到申请的日期")
        func typed(_ errors: [FieldError]) -> TypedForm {
            TypedForm(prefix: Workspace.intakePrefix, values: values, errors: errors, kept: kept)
        }
        guard let receivedOn, fields.errors.isEmpty else {
            return answer(matter, kind, request, principal, typed: typed(fields.errors), prior: prior)
        }
        do {
            try AccessDecision.require(principal, Workspace.intake, at: matter.place)
            let submission = Submission(answers: answers, materials: materials)
            let code = QueryCode(formKey: key, under: queryKey)
            let command = SubmitApplication(
                item: matter.id,
                channel: .window,
                applicant: applicant,
                submission: submission,
                queryDigest: code.digest(under: queryKey),
                follows: prior?.followUp
            )
            let actor = try await actor(principal, from: window(of: principal))
            // What is registered on its day happened now; an earlier day is stated, and only the day is known.
            let occurred =
                receivedOn == today
                ? nil : Occurrence(at: Instant(receivedOn), precision: .day, origin: .stated)
            let act = SubmittedAct(realm: principal.realm, actor: actor, key: key, occurred: occurred)
            let receipt = try await log.submit(command, as: act).answer
            let page = IntakeReceiptPage(
                matter: matter,
                applicant: applicant.name,
                number: receipt.number,
                queryCode: code.text,
                receivedOn: receivedOn,
                answerDue: receipt.answerDue,
                clerk: principal.displayName,
                lines: submission.materials.map { IntakeReceiptPage.Line(material: $0.material, given: $0.given) },
                followAddress: "\(publicAddress)/follow",
                doubt: matter.rules.eligibility(stated, of: kind).flatMap { $0.isEligible ? nil : $0.ground }
            )
            return .page(frame.page("收件凭证", for: principal, request, crumbs: Workspace.intakeCrumbs) { page })
        } catch {
            guard let wording = Wording(refusal: error, in: matter.definition) else { throw error }
            let errors = wording.field.map {
                [FieldError(field: "\(Workspace.intakePrefix)-\($0)", message: wording.full)]
            }
            return answer(matter, kind, request, principal, typed: typed(errors ?? []), refused: wording, prior: prior)
        }
    }

    /// The own post at a window; any if none is, so that the refusal names what is missing.
    private func window(of principal: Principal) -> PostRow? {
        principal.posts.first { $0.responsibility == .reception } ?? principal.posts.first
    }
}

extension ActFields {
    /// Reads the item's own form, each answer held against what is asked for.
    fileprivate mutating func answers(_ form: AskedForm) -> [FormAnswer] {
        for (group, count) in form.overfull {
            fault(IntakeField.answer(group), "\(group.label)：应为\(group.expectation)，实为 \(count) 项")
        }
        return form.asked.map { field in
            let value = text(IntakeField.answer(field))
            if value.isEmpty {
                if field.isRequired { fault(IntakeField.answer(field), "\(field.label)：应填写，实为空") }
            } else if !field.accepts(value) {
                fault(IntakeField.answer(field), "\(field.label)：应为\(field.expectation)，实为“\(value.prefix(40))”")
            }
            return FormAnswer(field: field.key, label: field.label, value: value)
        }
    }

    /// Reads what was handed in; a material required of everybody, or by the item's table, must be there, on paper or as a file.
    fileprivate mutating func materials(
        _ materials: [Material],
        _ demands: [ItemRules.Demand],
        _ kept: KeptFiles,
        isFollowUp: Bool
    ) -> [SubmittedMaterial] {
        materials.enumerated().compactMap { place, material in
            let given = SubmittedMaterial(
                material: material.name,
                attachments: kept.files(IntakeField.files(place)),
                isOnPaper: text(IntakeField.paper(place)).isEmpty ? nil : true
            )
            let demand = demands.first { $0.material == material.name }
            if !given.isGiven, !isFollowUp, material.mustBeFiled || demand != nil {
                let ground = demand.map { "（\($0.ground)）" } ?? ""
                fault(
                    IntakeField.paper(place),
                    "“\(material.name)”应收纸质或者上传扫描件\(ground)，实为都没有；材料不齐的请当场一次告知（行政许可法§32）"
                )
            }
            return given.isGiven ? given : nil
        }
    }
}

extension SubmittedMaterial {
    /// In which shape it was handed in.
    fileprivate var given: String {
        let paper = isOnPaper == true ? ["纸质"] : []
        return (paper + (attachments.isEmpty ? [] : ["电子文件 \(attachments.count) 个"])).joined(separator: "、")
    }
}

extension RegisterParty.Applicant {
    fileprivate var name: String {
        switch self {
        case .person(let name, _, _): name
        case .organization(let name, _, _): name
        }
    }
}
