import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// A connection as Hummingbird sets it up, with what lies ready answered before its own handlers are woken.
struct ConnectionSetup: ServerChildChannel {
    let usual: HTTP1Channel
    let ready: ReadyAnswers
    /// How long a connection may be answered early alone.
    let patience: TimeAmount
    /// How long who is sent something may take none of it.
    let stall: TimeAmount

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        usual.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let line = channel.pipeline.syncOperations
            let encoder = try line.context(handlerType: HTTPResponseEncoder.self)
            let decoder = try line.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try line.addHandler(
                EarlyAnswers(ready: ready, wire: encoder, patience: patience),
                position: .after(decoder.handler)
            )
            try line.addHandler(StalledReaders(patience: stall), position: .after(decoder.handler))
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async { await usual.handle(value: value, logger: logger) }
}

/// Answers what lies ready on the connection's own thread; every other request goes the long way.
///
/// Answers keep the order of requests: while one is on the long way, those behind it follow it. So do requests of
/// somebody who does not take what was sent, and one now and then, by which the connection is known to be in use.
private final class EarlyAnswers: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let ready: ReadyAnswers
    /// Where bytes go that are written already.
    private let wire: ChannelHandlerContext
    private let patience: TimeAmount
    private var onTheLongWay = 0
    private var lastOnTheLongWay = NIODeadline.now()
    private var isAnswered = false

    init(ready: ReadyAnswers, wire: ChannelHandlerContext, patience: TimeAmount) {
        self.ready = ready
        self.wire = wire
        self.patience = patience
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if onTheLongWay == 0, context.channel.isWritable, lastOnTheLongWay + patience > .now(),
                let pieces = ready.pieces(for: head)
            {
                for piece in pieces { wire.write(NIOAny(IOData.byteBuffer(piece)), promise: nil) }
                isAnswered = true
                return
            }
            onTheLongWay += 1
            lastOnTheLongWay = .now()
        case .body: break
        case .end:
            if isAnswered {
                isAnswered = false
                wire.flush()
                return
            }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // A request that cannot be read is answered without having been passed on.
        if case .end = unwrapOutboundIn(data) { onTheLongWay = max(0, onTheLongWay - 1) }
        context.write(data, promise: promise)
    }
}
