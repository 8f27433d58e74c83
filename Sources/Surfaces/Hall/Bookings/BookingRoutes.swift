import Bookings
import Casework
import EventLog
import HTML
import Interchange
import Kernel
import WebServer

/// A booking in the hands of who booked: receipt, calendar file, another time, giving it up.
struct BookingRoutes: Sendable {
    let parts: HallParts

    private var booked: CorrespondenceRoutes<FollowedBooking> { CorrespondenceRoutes(parts: parts) }

    var routes: [HallRoute] {
        let routes: [[HallRoute]] = [
            booked.followed(.get, HallPath.Pattern.booking, "hall.booking") { booking, request in
                .page(page(booking, request))
            },
            booked.followed(.get, HallPath.Pattern.bookingCalendar, "hall.booking.calendar") { booking, _ in
                .file(
                    named: "booking.ics",
                    type: "text/calendar; charset=utf-8",
                    bytes: booking.calendar(under: parts.site.publicAddress).bytes
                )
            },
            booked.followed(.get, HallPath.Pattern.moveBooking, "hall.booking.move") { booking, request in
                try await movePage(booking, request.query, request, errors: [])
            },
            booked.followed(.post, HallPath.Pattern.moveBooking, "hall.booking.move.send") { booking, request in
                try await move(booking, request)
            },
            booked.followed(.post, HallPath.Pattern.cancelBooking, "hall.booking.cancel") { booking, request in
                let command = CancelBooking(booking.id, parts.bookings)
                return try await booked.act(command, booking, request, done: "已取消预约。") { _ in page(booking, request) }
            },
        ]
        let receipt = booked.byCode(.get, HallPath.Pattern.bookingReceipt, "hall.booking.receipt") { booking, _ in
            .page(BookingReceiptPage(site: parts.site, booking: booking, code: booking.way.codeText))
        }
        return routes.flatMap(\.self) + [receipt]
    }

    private func page(_ booking: FollowedBooking, _ request: WebRequest) -> BookingPage {
        BookingPage(
            site: parts.site,
            booking: booking,
            mayBeChanged: booking.state.mayBeChanged(at: parts.log.clock.now, parts.bookings),
            leadMinutes: parts.bookings.leadMinutes,
            hidden: booked.hidden(request),
            messages: request.messages
        )
    }

    private func move(_ booking: FollowedBooking, _ request: WebRequest) async throws -> WebAnswer {
        let form = request.form.values
        guard let day = form["day"].flatMap({ Day($0) }), let from = form["time"].flatMap({ Int($0) }) else {
            let fault = FieldError(field: "time", message: "时段应选择一个，实为没有选择。")
            return try await movePage(booking, form, request, errors: [fault], status: 422)
        }
        let key = request.formKey ?? parts.log.randomness.code(26, at: parts.log.clock.now)
        let act = Act(realm: parts.realm, actor: Writer.actor, key: key)
        do {
            _ = try await parts.log.submit(MoveBooking(booking.id, to: day, from: from, parts.bookings), as: act)
            return .redirect(to: booking.address, flash: FlashMessage("已改期。"))
        } catch {
            guard let wording = HallWording.of(error) else { throw error }
            let fault = FieldError(field: "time", message: wording.sentence)
            return try await movePage(booking, form, request, errors: [fault], status: wording.status)
        }
    }

    private func movePage(
        _ booking: FollowedBooking,
        _ values: FormValues,
        _ request: WebRequest,
        errors: [FieldError],
        status: Int = 200
    ) async throws -> WebAnswer {
        guard let window = booking.window, booking.state.mayBeChanged(at: parts.log.clock.now, parts.bookings) else {
            return .redirect(to: booking.address)
        }
        let parts = parts
        let offer = try await parts.read { try BookingOffer(window, asked: values["day"], from: parts, in: $0) }
        let page = MoveBookingPage(
            site: parts.site,
            booking: booking,
            offer: offer,
            time: values["time"] ?? "",
            errors: errors,
            hidden: booked.hidden(request)
        )
        return .page(page, status: status)
    }
}
