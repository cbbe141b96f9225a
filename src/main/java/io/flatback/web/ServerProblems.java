package io.flatback.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Requests so broken that they reach no route: a line that is no HTTP, headers without end. */
final class ServerProblems extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? HttpStatus.INTERNAL_SERVER_ERROR_500 : response.getStatus();
    Problem.Kind kind = status < 500 ? Problem.Kind.BAD_REQUEST : Problem.Kind.FAULT;
    Problem problem =
        new Problem(
            kind.type(),
            HttpStatus.getMessage(status),
            status,
            "The request can't be understood: " + HttpStatus.getMessage(status) + ".",
            request.getMethod() + " " + Request.getPathInContext(request),
            "Send a well-formed HTTP/1.1 request with one Host header and short headers.");
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(problem)), callback);
    return true;
  }
}
