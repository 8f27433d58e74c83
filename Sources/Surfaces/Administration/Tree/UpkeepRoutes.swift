import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// What changes agencies, posts, officers and certificates; a refusal is said on the page the form stood on.
struct UpkeepRoutes {
    let parts: AdministrationParts

    var routes: [AdministrationRoute] {
        [
            AdministrationRoute(
                .post,
                "/administration/agencies/{agency}/offices",
                name: "adminOpenOffice",
                access: AdministrationAccess.keeping,
                handler: openOffice
            ),
            AdministrationRoute(
                .post,
                "/administration/agencies/{agency}/posts",
                name: "adminCreatePost",
                access: AdministrationAccess.keeping,
                handler: createPost
            ),
            AdministrationRoute(
                .post,
                "/administration/agencies/{agency}/plan",
                name: "adminIssuePlan",
                access: AdministrationAccess.keeping,
                handler: issuePlan
            ),
            AdministrationRoute(
                .post,
                "/administration/agencies/{agency}/officers",
                name: "adminRegisterOfficer",
                access: AdministrationAccess.keepingOfficers,
                handler: registerOfficer
            ),
            AdministrationRoute(
                .post,
                "/administration/posts/{post}/appoint",
                name: "adminAppoint",
                access: AdministrationAccess.keepingOfficers,
                handler: appoint
            ),
            AdministrationRoute(
                .post,
                "/administration/posts/{post}/relieve",
                name: "adminRelieve",
                access: AdministrationAccess.keepingOfficers,
                handler: relieve
            ),
            AdministrationRoute(
                .post,
                "/administration/posts/{post}/delegate",
                name: "adminDelegate",
                access: AdministrationAccess.keepingOfficers,
                handler: delegate
            ),
            AdministrationRoute(
                .post,
                "/administration/officers/{officer}/certificates",
                name: "adminCertificate",
                access: AdministrationAccess.keepingCertificates,
                handler: changeCertificate
            ),
        ]
    }

    private func openOffice(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (id, principal) = try await agency(request, principal, AdministrationAccess.keeping)
        let command = OpenOffice(request.form.values["name"] ?? "", in: id, from: parts.today)
        return try await carryOut(command, on: id.text, request, principal, back: AdministrationPath.agency(id))
    }

    private func createPost(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (id, principal) = try await agency(request, principal, AdministrationAccess.keeping)
        let values = request.form.values
        guard let responsibility = Responsibility(rawValue: values["responsibility"] ?? "") else {
            return refuse("请选择责任类型。", back: AdministrationPath.agency(id))
        }
        let office = values["office"].flatMap { $0.isEmpty ? nil : Office.ID($0) }
        let command = CreatePost(values["name"] ?? "", for: responsibility, in: id, office: office, from: parts.today)
        return try await carryOut(command, on: id.text, request, principal, back: AdministrationPath.agency(id))
    }

    private func issuePlan(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (id, principal) = try await agency(request, principal, AdministrationAccess.keeping)
        let command = IssueBreakdownPlan(of: id, from: parts.today)
        return try await carryOut(command, on: id.text, request, principal, back: AdministrationPath.agency(id))
    }

    private func registerOfficer(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (id, principal) = try await agency(request, principal, AdministrationAccess.keepingOfficers)
        let values = request.form.values
        let details = Officer.Details(position: values["position"] ?? "")
        let command = RegisterOfficer(values["name"] ?? "", of: id, from: parts.today, as: details)
        return try await carryOut(command, on: id.text, request, principal, back: AdministrationPath.agency(id))
    }

    private func appoint(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (id, principal) = try await post(request, principal)
        let values = request.form.values
        guard let from = Day(values["from"] ?? "") else { return refuseDay(id) }
        let command = AppointOfficer(Officer.ID(values["officer"] ?? ""), to: id, from: from)
        return try await carryOut(command, on: id.text, request, principal, back: AdministrationPath.post(id))
    }

    private func relieve(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (id, principal) = try await post(request, principal)
        let values = request.form.values
        guard let from = Day(values["from"] ?? "") else { return refuseDay(id) }
        let officer = Officer.ID(values["officer"] ?? "")
        let command = RelieveOfficer(officer, of: id, from: from, reason: values["reason"] ?? "")
        return try await carryOut(command, on: id.text, request, principal, back: AdministrationPath.post(id))
    }

    private func delegate(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let (id, principal) = try await post(request, principal)
        let values = request.form.values
        guard let begins = Day(values["from"] ?? ""), let ends = Day(values["to"] ?? "") else { return refuseDay(id) }
        let delegation = Delegation(
            from: Officer.ID(values["absent"] ?? ""),
            to: Officer.ID(values["officer"] ?? ""),
            begins: begins,
            ends: ends,
            reason: values["reason"] ?? ""
        )
        let command = DelegatePost(id, delegation)
        return try await carryOut(command, on: id.text, request, principal, back: AdministrationPath.post(id))
    }

    private func changeCertificate(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let id = Officer.ID(request.parameters["officer"] ?? "")
        let today = parts.today
        let sheet = try await parts.read { reading in try reading.sheet(of: id, on: today) }
        guard let sheet else { throw WebRefusal.notFound }
        let principal = try principal.required(AdministrationAccess.keepingCertificates, at: sheet.agency.place)
        let values = request.form.values
        let back = AdministrationPath.officer(id)
        guard let from = Day(values["from"] ?? "") else { return refuse("日期应为2026-01-31的格式。", back: back) }
        let number = Certificate.Number(values["number"] ?? "")
        let reason = values["reason"] ?? ""
        func review(_ isPassed: Bool) -> ReviewCertificate {
            ReviewCertificate(number, of: id, year: from.year, isPassed: isPassed, on: from, remark: reason)
        }
        switch values["act"] {
        case "suspend":
            let command = SuspendCertificate(number, of: id, from: from, reason: reason)
            return try await carryOut(command, on: id.text, request, principal, back: back)
        case "restore":
            let command = RestoreCertificate(number, of: id, from: from, reason: reason)
            return try await carryOut(command, on: id.text, request, principal, back: back)
        case "revoke":
            let command = RevokeCertificate(number, of: id, from: from, reason: reason)
            return try await carryOut(command, on: id.text, request, principal, back: back)
        case "pass": return try await carryOut(review(true), on: id.text, request, principal, back: back)
        case "fail": return try await carryOut(review(false), on: id.text, request, principal, back: back)
        default: return refuse("请选择要办的事。", back: back)
        }
    }

    private func agency(
        _ request: WebRequest,
        _ principal: Principal?,
        _ rule: AccessRule
    ) async throws -> (Agency.ID, Principal) {
        let id = Agency.ID(request.parameters["agency"] ?? "")
        let row = try await parts.read { reading in try reading.reader.agency(id, in: reading.realm) }
        guard let row else { throw WebRefusal.notFound }
        return (id, try principal.required(rule, at: row.place))
    }

    private func post(_ request: WebRequest, _ principal: Principal?) async throws -> (Post.ID, Principal) {
        let id = Post.ID(request.parameters["post"] ?? "")
        let today = parts.today
        let sheet = try await parts.read { reading in try reading.sheet(of: id, on: today) }
        guard let sheet else { throw WebRefusal.notFound }
        return (id, try principal.required(AdministrationAccess.keepingOfficers, at: sheet.agency.place))
    }

    private func carryOut<C: Command>(
        _ command: C,
        on subject: String,
        _ request: WebRequest,
        _ principal: Principal,
        back: String
    ) async throws -> WebAnswer {
        do {
            _ = try await parts.submit(command, on: subject, request, principal)
        } catch {
            guard let words = AdministrationWording.refusal(error) else { throw error }
            return refuse(words, back: back)
        }
        return .redirect(to: back, flash: FlashMessage("已记录。"))
    }

    private func refuseDay(_ post: Post.ID) -> WebAnswer {
        refuse("日期应为2026-01-31的格式。", back: AdministrationPath.post(post))
    }

    private func refuse(_ words: String, back: String) -> WebAnswer {
        .redirect(to: back, flash: FlashMessage(words, tone: .bad))
    }
}
