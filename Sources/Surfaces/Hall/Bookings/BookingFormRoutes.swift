import Access
import Bookings
import Casework
import Catalog
import EventLog
import HTML
import Kernel
import Parties
import WebServer

/// Booking a window: what is left, the form, and the receipt it leads to; no account is needed.
struct BookingFormRoutes: Sendable {
    let parts: HallParts

    /// A person books a few times; a program that takes every place is slowed.
    private static let rateLimit = RateLimit(10, per: .seconds(600))

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.book, name: "hall.book", access: .everyone) { request, principal in
                let own = try await own(principal)
                return try await answer(request.query, own, request, errors: [])
            },
            HallRoute(
                .post,
                HallPath.Pattern.book,
                name: "hall.book.send",
                access: .everyone,
                rateLimit: BookingFormRoutes.rateLimit
            ) { request, principal in try await book(request, principal) },
        ]
    }

    private func own(_ principal: Principal?) async throws -> Own? {
        guard let principal else { return nil }
        return try await Own.read(principal, from: parts)
    }

    private func book(_ request: WebRequest, _ principal: Principal?) async throws -> WebAnswer {
        let form = request.form.values
        let own = try await own(principal)
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        let code = QueryCode(formKey: key, under: parts.queryKey)
        guard let day = form["day"].flatMap({ Day($0) }), let from = form["time"].flatMap({ Int($0) }) else {
            let fault = FieldError(field: "time", message: "时段应选择一个，实为没有选择。")
            return try await answer(form, own, request, errors: [fault], status: 422)
        }
        let command = BookWindow(
            ServiceWindow.ID(form["window"] ?? ""),
            for: [form["item"] ?? ""] + form.all("with"),
            on: day,
            from: from,
            by: Booker.Entry(name: form["name"] ?? "", mobile: form["mobile"] ?? "", unit: form["unit"] ?? ""),
            queryDigest: code.digest(under: parts.queryKey),
            under: parts.queryKey,
            parts.bookings
        )
        do {
            let act = Act(realm: parts.realm, actor: Writer.actor, key: key)
            let answer = try await parts.log.submit(command, as: act).answer
            if let principal {
                let belonging = Belonging(.booking, answer.booking.text)
                try await parts.accounts.keep(belonging, of: principal, from: request.peer)
            }
            return .redirect(
                to: "\(HallPath.booking(answer.number, code.text))/\(HallPath.BookingPart.receipt.rawValue)"
            )
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            let fault = FieldError(field: wording.field ?? "time", message: wording.sentence)
            return try await answer(form, own, request, errors: [fault], status: wording.status)
        }
    }

    /// The form with what is left now, whatever was left when it was opened.
    private func answer(
        _ values: FormValues,
        _ own: Own?,
        _ request: WebRequest,
        errors: [FieldError],
        status: Int = 200
    ) async throws -> WebAnswer {
        guard let item = try await PublicItem.read(values["item"] ?? "", from: parts) else {
            return .refused(
                HallWording(BookingError.itemNotServed("")),
                site: parts.site,
                back: ("办事事项", HallPath.items)
            )
        }
        let (code, asked, parts) = (item.content.code, values["window"], parts)
        let (windows, offer, others) = try await parts.read { reading in
            let windows = try reading.serviceWindows(serving: code)
            guard let window = windows.first(where: { $0.id.text == asked }) ?? windows.first else {
                return (windows, BookingOffer?.none, [Choice]())
            }
            let others = try window.setting.items.filter { $0 != code }.compactMap { other in
                try reading.powerItem(code: other)?.item.state.versions.last(where: \.isPublic)
                    .map { Choice(other, $0.content.name) }
            }
            return (windows, try BookingOffer(window, asked: values["day"], from: parts, in: reading), others)
        }
        let page = BookingFormPage(
            site: parts.site,
            item: (code, item.content.name),
            windows: windows,
            offer: offer,
            others: others,
            mostOthers: parts.bookings.mostItems - 1,
            entry: BookingFormPage.Entry(
                name: values["name"] ?? own?.person?.name ?? "",
                mobile: values["mobile"] ?? own?.mobile ?? "",
                unit: values["unit"] ?? "",
                time: values["time"] ?? "",
                others: Set(values.all("with"))
            ),
            errors: errors,
            hidden: hidden(request)
        )
        return .page(page, status: status)
    }

    private func hidden(_ request: WebRequest) -> [HiddenField] {
        let key =
            request.formKey.map { HiddenField(FormKey.fieldName, $0) }
            ?? FormKey.field(parts.log.randomness, at: parts.log.clock.now)
        return [request.forgeryField, key]
    }
}
